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
  let text = ''
  spans.forEach(({ text: words, emphasis, href }, index) => {
    const isFirst = href !== undefined && spans[index - 1]?.href !== href
    const isLast = href !== undefined && spans[index + 1]?.href !== href
    text += isFirst ? '[' : ''
    text += emphasis ? `*${edgesKept(write(words))}*` : write(words)
    text += isLast ? `](${write(href)})` : ''
  })
  return text
}

function escaped(text: string): string {
  return text.replace(/[\\*[\]()]/g, '\\$&')
}

/** A star beside a space is a star: the spaces at the ends of an emphasised text are escaped. */
function edgesKept(text: string): string {
  return text.replace(/^\s|\s$/g, '\\$&')
}
