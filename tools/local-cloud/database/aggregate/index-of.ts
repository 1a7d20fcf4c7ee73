/** Where a text stands in another between two places, all counted in the bytes of UTF-8; -1 where it does not. */
export function indexOfBytes(text: string, wanted: string, start: number, end?: number): number {
  const bytes = Buffer.from(text).subarray(0, end)
  return start > bytes.length ? -1 : bytes.indexOf(wanted, start)
}

/** The same, counted in characters. */
export function indexOfCharacters(text: string, wanted: string, start: number, end?: number): number {
  const characters = [...text].slice(0, end)
  if (start > characters.length) return -1
  const skipped = characters.slice(0, start).join('').length
  const at = characters.join('').indexOf(wanted, skipped)
  return at === -1 ? -1 : [...text.slice(0, at)].length
}
