import { WatchIssuePage } from '../issue-page'

export default WatchIssuePage
