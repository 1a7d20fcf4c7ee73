/**
 * Typewriter's quotation marks as typeset ones, each for one, as Word sets them: "dark web" as “dark web”, citizens' as
 * citizens’. A text whose marks do not pair is left as it is.
 */
export function curlQuotes(text: string): string {
  return curlApostrophes(curlPairs(text))
}

export const CURLED = /[“”‘’]/u
export const STRAIGHT = /["']/u

function curlPairs(text: string): string {
  const parts = text.split('"')
  if (parts.length % 2 === 0) return text
  const quoted = parts.filter((_, index) => index % 2 === 1)
  if (quoted.some((part) => part === '' || /^\s|\s$/u.test(part))) return text
  return parts.reduce((whole, part, index) => `${whole}${index % 2 === 1 ? '“' : '”'}${part}`)
}

function curlApostrophes(text: string): string {
  return text
    .replace(/(?<=^|[\s(（[“—–])'(?=\p{L}[^']*[^\s']'(?![\p{L}\p{N}]))/gu, '‘')
    .replace(/(?<=[\p{L}\p{P}])'|(?<=\p{N})'(?=\p{L})|(?<=^|\s)'(?=[\p{L}\p{N}])/gu, '’')
}
