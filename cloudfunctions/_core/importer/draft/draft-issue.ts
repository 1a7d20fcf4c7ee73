import * as v from 'valibot'
import type { Body, Issue, Item, Paragraph, Section, Span } from '#shared/newsletter/issue'
import { IssueSchema } from '#shared/newsletter/issue'
import { issueId } from '#shared/newsletter/issue-id'
import type { Place, Problem } from '#shared/newsletter/problem'
import type { Half, Outline, OutlineItem } from '../parse/outline'
import { anError, type Warn } from '../problem'
import type { BlockSpan } from '../read/block'
import { webAddress } from '../text/web-address'
import { evenQuotes } from './even-quotes'

/** Where an item's halves stand in the document; null for one that is missing. */
export type HalfPlaces = { zh: Place | null; en: Place | null }

/** The issue that the outline describes, valid by the model, and its items' places; or why it cannot be one. */
export function draftIssue(
  outline: Outline,
  warn: Warn,
): { issue: Issue; places: HalfPlaces[][] } | { problem: Problem } {
  const { publication, number, series, month, date } = outline.masthead
  const sections = outline.sections.filter(({ items }) => items.length > 0)
  const draft = {
    id: issueId({ number, series, month: month ?? '', date }),
    publication,
    number,
    series,
    month,
    date,
    sections: sections.map((section): Section => {
      return { title: section.title, items: section.items.map((item) => draftItem(item, warn)) }
    }),
    disclaimer: outline.disclaimer,
    contact: outline.contact,
  }
  const checked = v.safeParse(IssueSchema, draft)
  if (checked.success)
    return { issue: evenQuotes(checked.output), places: sections.map(({ items }) => items.map(placesOf)) }
  const [first] = checked.issues
  const where = v.getDotPath(first) ?? 'the issue'
  const message =
    first.type === 'max_length'
      ? `There are ${first.received} ${where === 'sections' ? 'sections' : 'items in one section'}, and an issue holds at most ${first.requirement}: check which headings are sections.`
      : `No issue can be made of it: ${where}: ${first.message}`
  return { problem: anError('invalid-issue', message, outline.masthead.place) }
}

function placesOf({ zh, en }: OutlineItem): HalfPlaces {
  return { zh: zh?.place ?? null, en: en?.place ?? null }
}

function draftItem({ zh, en }: OutlineItem, warn: Warn): Item {
  return {
    title: { zh: zh?.title ?? null, en: en?.title ?? null },
    body: { zh: draftBody(zh, warn), en: draftBody(en, warn) },
    source: { zh: addressOf(zh), en: addressOf(en) },
  }
}

function draftBody(half: Half | null, warn: Warn): Body['zh'] {
  if (!half || half.paragraphs.length === 0) return null
  return half.paragraphs.map((spans) => mergeEqual(spans.map((span) => draftSpan(span, warn))))
}

/** A link that was left out makes its words plain like their neighbours. */
function mergeEqual(spans: readonly Span[]): Paragraph {
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && last.emphasis === span.emphasis && last.href === span.href) last.text += span.text
    else merged.push({ ...span })
  }
  return merged
}

function draftSpan(span: BlockSpan, warn: Warn): Span {
  const href = span.href === undefined ? null : webAddress(span.href)
  if (span.href !== undefined && href === null)
    warn(
      'link-left-out',
      `The link of "${span.text}" leads to no web address; its words are kept.`,
      span.place,
    )
  return {
    text: span.text,
    ...(span.emphasis ? { emphasis: true as const } : {}),
    ...(href ? { href } : {}),
  }
}

function addressOf(half: Half | null): string | null {
  return half?.source?.href ? webAddress(half.source.href) : null
}
