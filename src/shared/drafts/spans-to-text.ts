import type { Span } from '#shared/newsletter/issue'
import { joinSpans } from './join-spans'
import { isSameValue } from './same-value'
import { textToSpans } from './text-to-spans'

/**
 * A paragraph as people edit it in a plain field: `*emphasis*` and `[words](https://…)`. Nothing is escaped unless it
 * would be read as something else.
 */
export function spansToText(spans: readonly Span[]): string {
  const joined = joinSpans(spans)
  const plain = written(joined, (text) => text)
  return isSameValue(textToSpans(plain), joined) ? plain : written(joined, escaped)
}

function written(spans: readonly Span[], write: (text: string) => string): string {
  return spans
    .map(({ text, emphasis, href }) => {
      const words = emphasis ? `*${edgesKept(write(text))}*` : write(text)
      return href === undefined ? words : `[${words}](${write(href)})`
    })
    .join('')
}

function escaped(text: string): string {
  return text.replace(/[\\*[\]()]/gu, '\\$&')
}

/** A star beside a space is a star: the spaces at the ends of an emphasised text are escaped. */
function edgesKept(text: string): string {
  return text.replace(/^\s|\s$/gu, '\\$&')
}
