import type { Language } from '#shared/newsletter/bilingual'
import type { AlertSettings } from './alert-settings'
import type { AlertStore } from './alert-store'
import type { SendAnswer } from './outcome'

export type AlertMessage = {
  openid: string
  templateId: string
  /** Where a tap leads. */
  page: string
  /** By field. */
  data: Record<string, string>
  language: Language
}

/** All that a run of the alerts meets. */
export type AlertPorts = {
  store: AlertStore
  settings: Pick<AlertSettings, 'window' | 'concurrency' | 'quietHours' | 'events'>
  /** Never rejects: what went wrong is in the answer. */
  send(message: AlertMessage): Promise<SendAnswer>
  /** ms since 1970, and ms. */
  clock: { now(): number; sleep(ms: number): Promise<void> }
  /** At least 0, below 1. */
  random(): number
  log(line: string): void
  /** The id of a new run: no two are alike. */
  newRun(): string
}
