import { AlertSettingsPage } from '../alert-settings-page'

export default AlertSettingsPage
