/**
 * Makes equal what looks equal, so that Markdown's parser sees what a reader sees: line ends, spaces of every width,
 * and characters that cannot be seen at a line's start, where they hide a heading or an empty line. Lines and columns
 * stay those of the document.
 */
export function normalizeText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(SPACE, ' ')
    .replace(SPACE_ENTITY, blank)
    .replace(INVISIBLE_START, blank)
    .replace(NESTED_LINK, (link: string, title: string, page: string, target: string) =>
      `[${title}${page}](${target})`.padEnd(link.length),
    )
}

const SPACE = /[\v\f\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu
const SPACE_ENTITY = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#x3000);/giu
const INVISIBLE_START = /^[\u00ad\u200b-\u200f\u2060\ufeff]+/gmu

/** Pandoc makes `[title [3](#place)](#place)` of an entry in Word's table of contents: no link by Markdown's rules. */
const NESTED_LINK = /\[([^[\]\n]{0,300})\[(\d{1,3})\]\((#[^()\s]{0,100})\)\]\(\3\)/gu

/** As many spaces. */
export function blank(text: string): string {
  return ' '.repeat(text.length)
}
