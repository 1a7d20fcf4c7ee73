import fc from 'fast-check'
import type { DraftIssue, DraftItem } from '#shared/drafts/draft-issue'
import type { Span } from '#shared/newsletter/issue'

const word = fc.constantFrom('甲', '乙', '数据安全法', 'a', 'the law', '*', '[x](y)', '\\')
const line = fc.option(word, { nil: null })
const bilingual = fc.record({ zh: line, en: line })
const address = fc.constantFrom('http://www.npc.gov.cn/', 'https://example.com/a_(b)')

/** A run of text with marks, brackets and backslashes in it. */
export const anySpan: fc.Arbitrary<Span> = fc
  .record({
    text: fc.oneof(
      word,
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
      fc.string({
        unit: fc.constantFrom('a', '中', '*', '[', ']', '(', ')', '\\', ' ', '\n', '](http://x.y)'),
        minLength: 1,
        maxLength: 12,
      }),
    ),
    emphasis: fc.boolean(),
    href: fc.option(
      fc.oneof(address, fc.constantFrom('http://a.b/)\\x*[', 'HTTPS://中.国/]', 'http://a.b/((')),
      { nil: null },
    ),
  })
  .map(({ text, emphasis, href }) => ({
    text,
    ...(emphasis ? { emphasis: true as const } : {}),
    ...(href === null ? {} : { href }),
  }))

const paragraph = word.map((text): Span[] => [{ text }])
const half = fc.option(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { nil: null })
const source = fc.option(address, { nil: null })

function anyItem(key: string): fc.Arbitrary<DraftItem> {
  return fc.record({
    key: fc.constant(key),
    title: bilingual,
    body: fc.record({ zh: half, en: half }),
    source: fc.record({ zh: source, en: source }),
  })
}

const KEYS = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6']

/** Drafts that have some of six items in common, in sections that have some titles in common. */
export const anyDraft: fc.Arbitrary<DraftIssue> = fc
  .record({
    items: fc.shuffledSubarray(KEYS).chain((keys) => fc.tuple(...keys.map(anyItem))),
    homes: fc.array(fc.nat(), { minLength: KEYS.length, maxLength: KEYS.length }),
    titles: fc.array(bilingual, { minLength: 1, maxLength: 4 }),
    publication: bilingual,
    number: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
    month: fc.option(fc.constantFrom('2021-01', '2021-02'), { nil: null }),
    tel: fc.array(word, { maxLength: 2 }),
  })
  .map(({ items, homes, titles, publication, number, month, tel }) => ({
    publication,
    number,
    series: { title: publication, number },
    month,
    date: null,
    sections: titles.map((title, index) => ({
      title,
      items: items.filter((_, at) => (homes[at] ?? 0) % titles.length === index),
    })),
    disclaimer: { zh: null, en: null },
    contact: { website: null, email: null, tel, fax: [], offices: { zh: [], en: [] } },
  }))

export function keysOf({ sections }: DraftIssue): string[] {
  return sections.flatMap(({ items }) => items.map(({ key }) => key))
}
