import type { Definition, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Place, Problem } from '#shared/newsletter/problem'
import { type Warn, warnInto } from '../problem'
import type { Block, BlockKind, BlockSpan, ReadDocument } from './block'
import { findObstacle } from './find-obstacle'

const START: Place = { line: 1, column: 1 }

/** Four spaces before a paragraph are an indent in a newsletter, never code. */
const MARKDOWN = { extensions: [{ disable: { null: ['codeIndented'] } }] }

export function readMarkdown(text: string): ReadDocument {
  const problems: Problem[] = []
  const obstacle = findObstacle(text)
  if (obstacle) return { blocks: [], start: START, problems: [obstacle] }
  const tree = fromMarkdown(text, MARKDOWN)
  const reader = new BlockReader(warnInto(problems))
  for (const node of tree.children) if (node.type === 'definition') reader.define(node)
  for (const node of tree.children) reader.read(node)
  return { blocks: reader.blocks, start: START, problems }
}

class BlockReader {
  readonly blocks: Block[] = []
  private readonly definitions = new Map<string, string>()

  constructor(private readonly warn: Warn) {}

  define(node: Definition): void {
    if (!this.definitions.has(node.identifier)) this.definitions.set(node.identifier, node.url)
  }

  read(node: RootContent): void {
    switch (node.type) {
      case 'heading':
        this.add('heading', node.children, placeOf(node), node.depth)
        return
      case 'paragraph':
        this.readParagraph(node)
        return
      case 'thematicBreak':
        this.blocks.push({ kind: 'rule', rank: null, marker: null, spans: [], place: placeOf(node) })
        return
      case 'blockquote':
        for (const child of node.children) this.read(child)
        return
      case 'list':
        node.children.forEach((item, index) => {
          const marker = node.ordered ? `${(node.start ?? 1) + index}.` : null
          item.children.forEach((child, position) => {
            if (position === 0 && child.type === 'paragraph')
              this.add('list-item', child.children, placeOf(child), null, marker)
            else this.read(child)
          })
        })
        return
      case 'code':
        this.warn('code-left-out', 'A block of code was left out.', placeOf(node))
        return
      case 'html':
        if (node.value.replace(COMMENT, '').trim() === '') return
        this.warn('html-left-out', 'A block of HTML was left out.', placeOf(node))
        return
      default:
        return
    }
  }

  private readParagraph(node: Paragraph): void {
    const first = node.children[0]
    if (first?.type === 'text' && TABLE.test(first.value))
      this.warn('table-left-out', 'A table was left out.', placeOf(node))
    else this.add('paragraph', node.children, placeOf(node), null)
  }

  private add(
    kind: BlockKind,
    children: PhrasingContent[],
    place: Place,
    rank: number | null,
    marker: string | null = null,
  ): void {
    const spans: BlockSpan[] = []
    for (const child of children) this.addSpans(child, {}, spans)
    if (spans.some((span) => span.text.trim() !== '')) this.blocks.push({ kind, rank, marker, spans, place })
  }

  private addSpans(node: PhrasingContent, style: Style, spans: BlockSpan[]): void {
    const place = placeOf(node)
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        node.value.split('\n').forEach((text, index) => {
          const at = index === 0 ? place : lineBelow(place, index)
          if (index > 0) spans.push({ text: '\n', place: at })
          this.addText(text, style.linkPlace ?? at, style, spans)
        })
        return
      case 'break':
        spans.push({ text: '\n', place: lineBelow(place, 1) })
        return
      case 'html':
        if (/^<br\s*\/?>$/iu.test(node.value)) spans.push({ text: '\n', place })
        return
      case 'emphasis':
      case 'strong':
        this.addAll(node.children, { ...style, span: { ...style.span, emphasis: true } }, spans)
        return
      case 'link':
        this.addLink(node.children, node.url, place, style, spans)
        return
      case 'linkReference':
        this.addLink(node.children, this.definitions.get(node.identifier) ?? '', place, style, spans)
        return
      default:
        return
    }
  }

  private addText(text: string, place: Place, style: Style, spans: BlockSpan[]): void {
    let from = 0
    const add = (part: string, emphasis: boolean): void => {
      if (part !== '') spans.push({ text: part, place, ...style.span, ...(emphasis ? { emphasis } : {}) })
    }
    for (const match of text.matchAll(UNREAD_EMPHASIS)) {
      add(text.slice(from, match.index), false)
      add(match[2] ?? '', true)
      from = match.index + match[0].length
    }
    add(text.slice(from), false)
  }

  private addLink(
    children: PhrasingContent[],
    href: string,
    place: Place,
    style: Style,
    spans: BlockSpan[],
  ): void {
    this.addAll(children, { span: { ...style.span, href }, linkPlace: place }, spans)
  }

  private addAll(children: PhrasingContent[], style: Style, spans: BlockSpan[]): void {
    for (const child of children) this.addSpans(child, style, spans)
  }
}

/** `linkPlace`: all text of one link has the link's place, which is where an editor has to look. */
type Style = { span?: { emphasis?: true; href?: string }; linkPlace?: Place }

/** Markdown does not see the emphasis in **《数据安全法》**施行: its rules ask for a space that Chinese does not have. */
const UNREAD_EMPHASIS = /(\*{1,3})((?=[《“（「"(])[^*\n]{1,200}|[^*\s][^*\n]{0,200}(?<=[》”）」")。，]))\1/gu
const COMMENT = /<!--[\s\S]*?(?:-->|$)/gu
const TABLE = /^[^\n]*\|[^\n]*\n\s*\|?\s*:?-+:?\s*\|/u

function placeOf(node: Nodes): Place {
  const start = node.position?.start
  return start ? { line: start.line, column: start.column } : START
}

function lineBelow(place: Place, lines: number): Place {
  return 'line' in place ? { line: place.line + lines, column: 1 } : place
}
