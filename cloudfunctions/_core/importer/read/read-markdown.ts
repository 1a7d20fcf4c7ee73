import type { Definition, Html, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Place, Problem } from '#shared/newsletter/problem'
import { type Warn, warnInto } from '../problem'
import { plainText } from '../text/tidy-spans'
import type { Block, BlockKind, ReadDocument } from './block'
import { findObstacle } from './find-obstacle'
import { blank, normalizeText } from './normalize-text'
import { placeOf, SpanReader, START } from './read-spans'

/** Four spaces before a paragraph are an indent in a newsletter, never code. */
const MARKDOWN = { extensions: [{ disable: { null: ['codeIndented'] } }] }

export function readMarkdown(document: string): ReadDocument {
  const problems: Problem[] = []
  const text = normalizeText(document)
  const obstacle = findObstacle(text)
  if (obstacle) return { blocks: [], start: START, problems: [obstacle] }
  const warn = warnInto(problems)
  const tree = fromMarkdown(withoutSettings(text, warn), MARKDOWN)
  const reader = new BlockReader(warn)
  for (const node of tree.children) if (node.type === 'definition') reader.define(node)
  for (const node of tree.children) reader.read(node)
  return { blocks: reader.blocks, start: START, problems }
}

/** `title: …` between two rules: converters begin a file with it. */
const SETTINGS = /^\s*---[ \t]*\n[\w-]+:.*\n(?:(?:[\w-]+:|[ \t]|- ).*\n)*(?:---|\.\.\.)[ \t]*(?=\n|$)/u

function withoutSettings(text: string, warn: Warn): string {
  return text.replace(SETTINGS, (settings) => {
    warn('settings-left-out', 'The settings before the first line (title: …) were left out.', START)
    return settings.replace(/.+/gu, blank)
  })
}

class BlockReader {
  readonly blocks: Block[] = []
  private readonly definitions = new Map<string, string>()
  private readonly spans: SpanReader

  constructor(private readonly warn: Warn) {
    this.spans = new SpanReader(this.definitions, warn)
  }

  define(node: Definition): void {
    if (node.identifier.startsWith('^')) this.leaveOutFootnote(placeOf(node))
    else if (!this.definitions.has(node.identifier)) this.definitions.set(node.identifier, node.url)
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
        this.readHtml(node)
        return
      default:
        return
    }
  }

  /** Tags alone say nothing; what stands between them would be lost. */
  private readHtml(node: Html): void {
    const content = node.value.replace(COMMENT, '').replace(EMPTY_TAG, '').trim()
    if (content === '') return
    const message = 'A block of HTML was left out: write its text without tags.'
    this.warn('html-left-out', message, placeOf(node))
  }

  private readParagraph(node: Paragraph): void {
    const first = node.children[0]
    const start = first?.type === 'text' ? first.value : ''
    if (TABLE.test(start)) this.warn('table-left-out', 'A table was left out.', placeOf(node))
    else if (FOOTNOTE.test(start)) this.leaveOutFootnote(placeOf(node))
    else this.add('paragraph', node.children, placeOf(node), null)
  }

  private leaveOutFootnote(place: Place): void {
    this.warn('footnote-left-out', 'A footnote was left out.', place)
  }

  private add(
    kind: BlockKind,
    children: PhrasingContent[],
    place: Place,
    rank: number | null,
    marker: string | null = null,
  ): void {
    const spans = this.spans.read(children)
    const text = plainText(spans).trim()
    if (text !== '' && !DIVISION.test(text)) this.blocks.push({ kind, rank, marker, spans, place })
  }
}

const COMMENT = /<!--[\s\S]*?(?:-->|$)/gu
/** Every tag but those that are content by themselves. */
const EMPTY_TAG = /<(?!img|table|iframe|video|svg)[^<>]*>/giu
const TABLE = /^[^\n]*\|[^\n]*\n\s*\|?\s*:?-+:?\s*\|/u
const FOOTNOTE = /^\[\^[^\]\s]+\]:/u
/** Pandoc's mark of a division: `::: {.custom-style}`. */
const DIVISION = /^:{3,}[\w -]*$/u
