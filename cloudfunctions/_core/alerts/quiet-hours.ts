/** ms. China has had one time zone and no summer time since 1991. */
export const BEIJING_OFFSET = 8 * 3_600_000

/** From one whole hour to another, Beijing time, over midnight where the second is the smaller. */
export type QuietHours = { from: number; to: number }

export function isQuiet(quiet: QuietHours | null, now: number): boolean {
  if (!quiet || quiet.from === quiet.to) return false
  const hour = new Date(now + BEIJING_OFFSET).getUTCHours()
  return quiet.from < quiet.to ? hour >= quiet.from && hour < quiet.to : hour >= quiet.from || hour < quiet.to
}
