import { memo } from 'react'
import type { CutText } from '../../cut-text'

/** A name with its colon, a text, or a word or number. */
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gu

/** JSON in lines, with its names and values told apart. It can be scrolled with the keyboard. */
export const JsonText = memo(function JsonText({ json, label }: { json: CutText; label: string }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard. */}
      <section className="json" tabIndex={0} aria-label={label}>
        <pre>{coloured(json.text)}</pre>
      </section>
      {json.cut > 0 && <p className="note">{json.cut.toLocaleString('en')} more characters are not shown.</p>}
    </>
  )
})

function coloured(text: string): JSX.Element[] {
  const parts: JSX.Element[] = []
  let at = 0
  for (const { 0: token, 1: quoted, 2: colon, index } of text.matchAll(TOKEN)) {
    if (index > at) parts.push(<span key={at}>{text.slice(at, index)}</span>)
    const kind = colon !== undefined ? 'json-name' : quoted !== undefined ? 'json-text' : 'json-word'
    parts.push(
      <span key={index} className={kind}>
        {token}
      </span>,
    )
    at = index + token.length
  }
  parts.push(<span key={at}>{text.slice(at)}</span>)
  return parts
}
