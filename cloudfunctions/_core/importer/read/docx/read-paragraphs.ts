import type { ModelNode } from 'mammoth/lib/docx/body-reader'
import type { Place } from '#shared/newsletter/problem'
import type { BlockSpan } from '../block'
import type { ParagraphFacts } from './prepare-body'

/** A paragraph in reading order: those of a table cell by cell, those of a text box after the one that it hangs on. */
export type ReadParagraph = {
  facts: ParagraphFacts
  spans: BlockSpan[]
  /** The size, in points, that most of its text has; null where nothing says. */
  size: number | null
  place: Place
}

/**
 * The paragraphs of mammoth's model. Places count those that have text, as somebody does who counts along on the
 * page: what is empty is space to them.
 */
export function readParagraphs(
  nodes: readonly ModelNode[],
  facts: readonly ParagraphFacts[],
): ReadParagraph[] {
  const reader = new ParagraphReader(facts)
  reader.readAll(nodes)
  return reader.paragraphs
}

type RunStyle = { emphasis?: true; caps?: boolean; href?: string; size?: number | null }

class ParagraphReader {
  readonly paragraphs: ReadParagraph[] = []
  private count = 0
  private spans: BlockSpan[] = []
  private sizes = new Map<number | null, number>()
  private place: Place = { paragraph: 1 }
  private facts: ParagraphFacts | undefined

  constructor(private readonly allFacts: readonly ParagraphFacts[]) {}

  readAll(nodes: readonly ModelNode[]): void {
    for (const node of nodes) {
      if (node.type === 'paragraph') this.readParagraph(node.children)
      else if ('children' in node) this.readAll(node.children)
    }
  }

  private readParagraph(children: readonly ModelNode[]): void {
    this.spans = []
    this.sizes = new Map()
    this.facts = undefined
    this.place = { paragraph: this.count + 1 }
    for (const child of children) this.readInline(child, {})
    if (!this.facts) return
    if (this.spans.some(({ text }) => text.trim() !== '')) this.count += 1
    this.paragraphs.push({
      facts: this.facts,
      spans: this.spans,
      size: mostOf(this.sizes),
      place: { paragraph: Math.max(1, this.count) },
    })
  }

  private readInline(node: ModelNode, style: RunStyle): void {
    switch (node.type) {
      case 'run':
        this.readEach(node.children, {
          ...style,
          ...(node.isBold || node.isItalic ? { emphasis: true as const } : {}),
          caps: node.isAllCaps,
          size: node.fontSize,
        })
        return
      case 'hyperlink': {
        const href = node.href === undefined ? `#${node.anchor ?? ''}` : withoutSwitches(node.href)
        this.readEach(node.children, { ...style, href })
        return
      }
      case 'text':
        this.addText(style.caps ? node.value.toUpperCase() : node.value, style)
        return
      case 'tab':
        this.addText(' ', style)
        return
      case 'break':
        this.spans.push({ text: '\n', place: this.place })
        return
      case 'bookmarkStart':
        // A paragraph whose end was deleted goes on in the next one, whose facts count.
        this.facts = this.allFacts[Number(node.name)]
        return
      default:
        if ('children' in node) this.readEach(node.children, style)
    }
  }

  private readEach(nodes: readonly ModelNode[], style: RunStyle): void {
    for (const node of nodes) this.readInline(node, style)
  }

  private addText(text: string, { emphasis, href, size = null }: RunStyle): void {
    const link = href === undefined ? {} : { href }
    // Word cuts text into many runs; all of one link is one piece.
    const last = this.spans.at(-1)
    if (last && last.text !== '\n' && last.emphasis === emphasis && last.href === href) last.text += text
    else this.spans.push({ text, place: this.place, ...(emphasis ? { emphasis } : {}), ...link })
    this.sizes.set(size, (this.sizes.get(size) ?? 0) + text.trim().length)
  }
}

function mostOf(sizes: ReadonlyMap<number | null, number>): number | null {
  let [most, found]: [number, number | null] = [0, null]
  for (const [size, length] of sizes) if (length > most) [most, found] = [length, size]
  return found
}

/** mammoth takes all of `HYPERLINK "address" \l "place" \o "hint"` between the first and the last quotation mark. */
function withoutSwitches(href: string): string {
  const [address = '', ...rest] = href.split('"')
  const fragment = /^\s*\\l\s+"([^"]*)/u.exec(rest.length > 0 ? `${rest.join('"')}"` : '')?.[1]
  return fragment ? `${address}#${fragment}` : address
}
