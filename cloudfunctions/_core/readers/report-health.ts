import { cloudReportCounter } from './cloud-report-counter'

/** So few tell nothing. */
const FEWEST = 20

export type ReportHealth = {
  /** Reported consents of the last 24 hours whose event came, and those whose did not. */
  confirmed: number
  unconfirmed: number
  /**
   * More than half have no event: most likely the message push is not set up in WeChat's console, and every reader's
   * consents are taken back.
   */
  isDoubtful: boolean
}

export async function reportHealth(now = Date.now()): Promise<ReportHealth> {
  return judgeReports(await cloudReportCounter.total(now))
}

export function judgeReports(counts: { confirmed: number; unconfirmed: number }): ReportHealth {
  const { confirmed, unconfirmed } = counts
  return {
    confirmed,
    unconfirmed,
    isDoubtful: confirmed + unconfirmed >= FEWEST && unconfirmed > confirmed,
  }
}
