import type { Credits } from './reader'

/** What a reader has with a template that was never answered. */
export function noCredits(): Credits {
  return {
    credits: 0,
    holds: [],
    settled: [],
    lastGrantAt: 0,
    clearedAt: 0,
    refused: false,
    answeredAt: 0,
    hadPanel: false,
    reports: [],
    events: [],
    seen: [],
  }
}
