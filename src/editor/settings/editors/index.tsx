import { EditorsPage } from '../editors-page'

export default EditorsPage
