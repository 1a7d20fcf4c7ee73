const UNITS = [
  ['d', 24 * 60 * 60 * 1000],
  ['h', 60 * 60 * 1000],
  ['min', 60 * 1000],
  ['s', 1000],
] as const

/** `3 d 2 h`: the two largest units of a span; below a second `120 ms`, or `under 1 ms`. */
export function timeSpan(ms: number): string {
  const span = Math.abs(ms)
  if (span > 0 && span < 1) return 'under 1 ms'
  if (span < 1000) return `${Math.round(span)} ms`
  let rest = Math.floor(span / 1000) * 1000
  const parts: string[] = []
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) parts.push(`${count} ${unit}`)
    else if (parts.length > 0) break
  }
  return parts.slice(0, 2).join(' ')
}
