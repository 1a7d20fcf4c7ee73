const AHEAD_MS = 8 * 60 * 60 * 1000

/** `2026-11-25 12:58:26`: the cloud's own time zone, wherever the browser is. */
export function beijingTime(ms: number): string {
  return new Date(ms + AHEAD_MS).toISOString().slice(0, 19).replace('T', ' ')
}

/** The moment that such a text names, also with a `T` and without seconds, as a field for a date gives it; else null. */
export function parseBeijingTime(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?$/u.test(text)) return null
  const ms = Date.parse(`${text.replace(' ', 'T')}Z`) - AHEAD_MS
  return Number.isNaN(ms) ? null : ms
}
