import type { AlertSettingsWords } from '../words-alert-settings'
import type { AlertForm } from './alert-form'

/** What each part of the page is given. */
export type AlertPart = {
  form: AlertForm
  words: AlertSettingsWords
  /** Others see how it is, and change nothing. */
  isOwner: boolean
  onChange: (fields: Partial<AlertForm>) => void
}
