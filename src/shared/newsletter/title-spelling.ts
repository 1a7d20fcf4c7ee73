/** One spelling for titles that differ in case, width and spaces only. */
export function titleSpelling(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/[’‘]/gu, "'").replace(/\s+/gu, ' ').trim()
}
