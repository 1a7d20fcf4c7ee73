import type { BilingualText } from '#shared/newsletter/bilingual'
import type { AlertSettings } from '../alerts/alert-settings'
import type { ReaderPorts } from '../readers/reader-store'

/** A series of which something is published. */
export type Series = { id: string; title: BilingualText }

export type SubscriptionPorts = ReaderPorts & {
  /** Null where alerts are not set up, or not wholly. */
  settings(): Promise<AlertSettings | null>
  series(): Promise<readonly Series[]>
}
