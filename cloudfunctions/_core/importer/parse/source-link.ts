import type { Place } from '#shared/newsletter/problem'
import type { BlockSpan } from '../read/block'
import { plainText } from '../text/tidy-spans'

/** The link under an item's text. `href` is null where the words stand there without a link. */
export type SourceLink = { href: string | null; words: string; place: Place }

const WORDS = (
  '(?:点击)?(?:此处|这里)?(?:查看|阅读|了解|浏览|获取)?(?:更多|原文|全文|详情|详细|来源|原文链接|信息来源|原文地址|链接|源链接|来源链接|更多内容|更多详情)|点击(?:此处|这里)|查看|' +
  '(?:click (?:here )?(?:to |for )?)?(?:(?:read|see|view|learn|find out|know)(?: the)? )?(?:more|more details|original|original text|original article|full text|full article|full story|source|details|link|source link)|click here|here'
).replace(/ /gu, '\\s+')
const FRAME = '[\\s()（）\\[\\]【】〔〕「」『』<>＜＞《》〈〉›»→↗▶.。…:：]*'
const LINK_WORDS = new RegExp(`^${FRAME}(?:${WORDS})${FRAME}$`, 'iu')
const OPEN = '[(（\\[【〔「<＜]'
const CLOSE = '[)）\\]】〕」>＞]'
const OPENING = new RegExp(`\\s*${OPEN}\\s*$`, 'u')
const CLOSING = new RegExp(`^\\s*${CLOSE}`, 'u')
const LABELS = '(?:来源|原文|原文链接|信息来源|出处|链接|source|original|link|read more|more)\\s*[:：]\\s*'
const BEFORE_LABEL = `(?:(?:^|(?<=[。.！!？?；;)）"”]))\\s*|\\s*(${OPEN})\\s*)`
const LABEL = new RegExp(`${BEFORE_LABEL}${LABELS}$`, 'iu')
const STARTS_AFRESH = /(?:^|[\n。.！!？?(（[【”"])\s*$/u
const STROKE = /\s*[|｜]\s*$/u
const AFTER = /^[\s。．.；;，,、>＞›»→|｜/()（）[\]【】〔〕「」<＜]*$/u
const ARROWS = /^\s*[>›»→]+\s*/u
const WORDS_AT_END = new RegExp(
  `\\s*(?:${OPEN}\\s*(${WORDS})\\s*${CLOSE}|(?<=[。.！!？?”"])\\s*(查看更多|阅读原文|阅读更多|查看原文|原文链接|查看详情|(?:(?:read|view|see)\\s+)?more))\\s*[>›»→]*[。.]?$`,
  'iu',
)
const ADDRESS = '(?:https?://|www\\.)[^\\s()（）\\]】。，；]+'
/** An address by itself leads to a page; a bare host is somebody's website. */
const PAGE = '(?:https?://|www\\.)[^\\s()（）\\]】。，；/]+/[^\\s()（）\\]】。，；]+'
const PAGE_ALONE = new RegExp(`^\\s*${PAGE}\\s*$`, 'iu')
const ADDRESS_AT_END = new RegExp(
  `${BEFORE_LABEL}(?:${LABELS}(${ADDRESS})|(${PAGE}))\\s*${CLOSE}?[。.]?\\s*$`,
  'iu',
)

/**
 * Takes the links that lead to an item's source out of a paragraph, with their brackets: 查看更多 or Read more in
 * brackets or at the end, or any link behind a label such as 来源：. Other links are part of the text and stay.
 */
export function takeSources(spans: readonly BlockSpan[]): { spans: BlockSpan[]; sources: SourceLink[] } {
  const kept: BlockSpan[] = []
  const sources: SourceLink[] = []
  const queue = spans.map((span) => ({ ...span }))
  let isLabelled = false
  for (let index = 0; index < queue.length; index += 1) {
    const span = queue[index]
    if (!span) continue
    const source: FoundLink | null = span.href === undefined ? null : sourceAt(queue, index, kept, isLabelled)
    if (!source) {
      isLabelled &&= AFTER.test(span.text)
      kept.push(span)
      continue
    }
    sources.push(source.link)
    isLabelled = source.isLabelled
    index = source.last
  }
  return takeBareWords(kept, sources)
}

/** `last`: where the link ends in the queue. `isLabelled`: a word such as 来源： says what it is. */
type FoundLink = { link: SourceLink; last: number; isLabelled: boolean }

/**
 * The link that starts at `index`, if it is a source: its opening bracket goes from `kept`, its closing one from the
 * queue. `follows`: it stands behind a labelled one, whose label counts for both.
 */
function sourceAt(queue: BlockSpan[], index: number, kept: BlockSpan[], follows: boolean): FoundLink | null {
  const first = queue[index]
  if (first?.href === undefined) return null
  let last = index
  let words = first.text
  // Emphasis inside a link makes several spans of it.
  for (
    let next = queue[last + 1];
    next?.href === first.href && next.place === first.place;
    next = queue[last + 1]
  ) {
    words += next.text
    last += 1
  }
  const before = lastWithText(kept, '\n')
  const after = queue[last + 1]
  const label = before ? LABEL.exec(before.text) : null
  const isLabelled = Boolean(label) || follows
  const isAddress =
    PAGE_ALONE.test(words) && isLast(queue, last, isLabelled) && STARTS_AFRESH.test(before?.text ?? '')
  if (!isLabelled && !isAddress && !LINK_WORDS.test(words)) return null
  const bracketed = Boolean(before && after && OPENING.test(before.text) && CLOSING.test(after.text))
  if (!bracketed && !label?.[1] && !isLast(queue, last, isLabelled)) return null
  if (before) before.text = before.text.replace(label ? LABEL : OPENING, '').replace(STROKE, '')
  if (after && (bracketed || label?.[1] || OPENING.test(words))) after.text = after.text.replace(CLOSING, '')
  if (after) after.text = after.text.replace(ARROWS, '')
  if (before && after) trimDoubledEnd(before, after)
  return { link: { href: first.href, words: words.trim(), place: first.place }, last, isLabelled }
}

/** Nothing but brackets, stops or other links of this kind follows on the same line. */
function isLast(queue: readonly BlockSpan[], index: number, isLabelled: boolean): boolean {
  for (let next = index + 1; next < queue.length; next += 1) {
    const span = queue[next]
    if (!span || span.text === '\n') return true
    if (span.href !== undefined && !isLabelled) return LINK_WORDS.test(span.text)
    if (span.href === undefined && !AFTER.test(span.text)) return false
  }
  return true
}

function trimDoubledEnd(before: BlockSpan, after: BlockSpan): void {
  if (/[。.！!？?]["”’』」]?\s*$/u.test(before.text)) after.text = after.text.replace(/^\s*[。.]/u, '')
}

const LONGEST_WORDS = 40

/** 查看更多 or 原文链接： without a link, and `来源：https://…` that the reader did not make a link of. */
function takeBareWords(
  kept: BlockSpan[],
  sources: SourceLink[],
): { spans: BlockSpan[]; sources: SourceLink[] } {
  const end = lastWithText(kept)
  if (!end || end.href !== undefined) return { spans: kept, sources }
  const whole = plainText(kept).trim()
  if (whole.length <= LONGEST_WORDS && LINK_WORDS.test(whole))
    return { spans: [], sources: [...sources, { href: null, words: whole, place: end.place }] }
  const address =
    end.text.includes('://') || end.text.includes('www.') ? ADDRESS_AT_END.exec(tailOf(end.text)) : null
  const found = address ?? WORDS_AT_END.exec(tailOf(end.text))
  if (!found) return { spans: kept, sources }
  end.text = end.text.slice(0, end.text.length - found[0].length)
  const link = { href: address?.[2] ?? address?.[3] ?? null, words: found[0].trim(), place: end.place }
  return { spans: plainText(kept).trim() === '' ? [] : kept, sources: [...sources, link] }
}

/** The expressions above look for their match from every character: they are shown the end of a text only. */
function tailOf(text: string): string {
  return text.slice(-300)
}

/** The last span that is not blank, `or` the given text. */
function lastWithText(spans: readonly BlockSpan[], or = ''): BlockSpan | undefined {
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const span = spans[index]
    if (span && (span.text.trim() !== '' || span.text === or)) return span
  }
  return undefined
}
