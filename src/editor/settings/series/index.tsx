import { SeriesPage } from '../series-page'

export default SeriesPage
