import type { Nodes, PhrasingContent } from 'mdast'
import type { Place } from '#shared/newsletter/problem'
import type { Warn } from '../problem'
import type { BlockSpan } from './block'

export const START: Place = { line: 1, column: 1 }

/** `linkPlace`: all text of one link has the link's place, which is where an editor has to look. */
type Style = { span?: { emphasis?: true; href?: string }; linkPlace?: Place }

/** Reads what a block says into spans; what has no place in an issue is reported. */
export class SpanReader {
  private spans: BlockSpan[] = []

  constructor(
    private readonly definitions: ReadonlyMap<string, string>,
    private readonly warn: Warn,
  ) {}

  read(children: readonly PhrasingContent[]): BlockSpan[] {
    this.spans = []
    this.addAll(children, {})
    return this.spans
  }

  private addAll(children: readonly PhrasingContent[], style: Style): void {
    for (const child of children) this.add(child, style)
  }

  private add(node: PhrasingContent, style: Style): void {
    const place = placeOf(node)
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        node.value.split('\n').forEach((text, index) => {
          const at = index === 0 ? place : lineBelow(place, index)
          if (index > 0) this.spans.push({ text: '\n', place: at })
          this.addText(text, style.linkPlace ?? at, style)
        })
        return
      case 'break':
        this.spans.push({ text: '\n', place: lineBelow(place, 1) })
        return
      case 'html':
        if (/^<br\s*\/?>$/iu.test(node.value)) this.spans.push({ text: '\n', place })
        else if (/^<img\b/iu.test(node.value)) this.leaveOutImage(place)
        return
      case 'image':
      case 'imageReference':
        this.leaveOutImage(place)
        return
      case 'emphasis':
      case 'strong':
        this.addAll(node.children, { ...style, span: { ...style.span, emphasis: true } })
        return
      case 'link':
        this.addLink(node.children, node.url, place, style)
        return
      case 'linkReference':
        // `[^1]` is the mark of a footnote, which is left out.
        if (!node.identifier.startsWith('^'))
          this.addLink(node.children, this.definitions.get(node.identifier) ?? '', place, style)
        return
      default:
        return
    }
  }

  private leaveOutImage(place: Place): void {
    this.warn('image-left-out', 'An image was left out: an issue is text only.', place)
  }

  private addText(written: string, place: Place, style: Style): void {
    const text = written.replace(ATTRIBUTES, '$1').replace(FOOTNOTE_MARK, '')
    let from = 0
    const add = (part: string, emphasis: boolean): void => {
      if (part !== '')
        this.spans.push({ text: part, place, ...style.span, ...(emphasis ? { emphasis } : {}) })
    }
    for (const match of text.matchAll(UNREAD_EMPHASIS)) {
      add(text.slice(from, match.index), false)
      add(match[2] ?? '', true)
      from = match.index + match[0].length
    }
    add(text.slice(from), false)
  }

  private addLink(children: readonly PhrasingContent[], href: string, place: Place, style: Style): void {
    this.addAll(children, { span: { ...style.span, href }, linkPlace: place })
  }
}

/** Markdown does not see the emphasis in **《数据安全法》**施行: its rules ask for a space that Chinese does not have. */
const UNREAD_EMPHASIS = /(\*{1,3})((?=[《“（「"(])[^*\n]{1,200}|[^*\s][^*\n]{0,200}(?<=[》”）」")。，]))\1/gu
/** Pandoc's attributes: `{#id .class}`, `[words]{.underline}`, `{width="5in"}`. */
const ATTRIBUTES = /(?:\[([^[\]\n]{0,200})\])?\{\s*(?:[#.][^\s{}]|[\w-]+=["'\w])[^{}\n]{0,200}\}/gu
const FOOTNOTE_MARK = /\[\^[^\]\s]{1,40}\]/gu

export function placeOf(node: Nodes): Place {
  const start = node.position?.start
  return start ? { line: start.line, column: start.column } : START
}

function lineBelow(place: Place, lines: number): Place {
  return 'line' in place ? { line: place.line + lines, column: 1 } : place
}
