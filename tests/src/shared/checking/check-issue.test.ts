import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocument } from '#core/importer/import-document'
import { checkIssue } from '#shared/checking/check-issue'
import { checkItem } from '#shared/checking/check-item'
import type { DraftIssue, DraftItem } from '#shared/drafts/draft-issue'
import type { Paragraph } from '#shared/newsletter/issue'
import { aDraftItem, aDraftOf } from '../../../support/a-draft'

const root = join(__dirname, '../../../..')
const samples = readdirSync(join(root, 'content')).map((name) => `content/${name}`)
const customers = '../shared/newsletters/no-204.md'

async function draftOf(file: string): Promise<DraftIssue> {
  const { issue } = await importDocument(readFileSync(join(root, file)))
  if (!issue) throw new Error(`${file} is no issue`)
  const sections = issue.sections.map(({ title, items }, section) => ({
    title,
    items: items.map((item, at) => ({ key: `s${section}i${at}`, ...item })),
  }))
  return { ...issue, sections }
}

async function marksOf(file: string): Promise<string[]> {
  return checkIssue(await draftOf(file)).map(({ item, kind, part }) => `${item} ${kind} ${part}`)
}

describe('the sample issues', () => {
  it.each(samples.filter((file) => !file.endsWith('no-272.md')))(
    'have nothing to mark in %s',
    async (file) => {
      expect(await marksOf(file)).toEqual([])
    },
  )

  it('have one item without English, which is marked', async () => {
    const file = samples.find((each) => each.endsWith('no-272.md')) ?? ''
    expect(await marksOf(file)).toEqual(['s0i2 missing item'])
  })

  // Where the same figure stands twice in a text, the other one may answer for it.
  it('have hardly a figure that could be changed without a mark', async () => {
    let changes = 0
    const missed: string[] = []
    for (const file of samples)
      for (const item of (await draftOf(file)).sections.flatMap(({ items }) => items))
        for (const { changed, name } of withChangedFigures(item)) {
          changes += 1
          if (!checkItem(changed).some(({ kind }) => /number|date|amount/u.test(kind))) missed.push(name)
        }
    expect(changes).toBeGreaterThan(400)
    expect(missed.length / changes).toBeLessThan(0.025)
  })
})

// The customer's document is not part of the project: where it does not lie beside it, this part is skipped.
const itWithDocument = existsSync(join(root, customers)) ? it : it.skip

itWithDocument("has nothing to mark in the customer's own issue", async () => {
  expect(await marksOf(customers)).toEqual([])
})

it('goes through the items in the order of the issue', () => {
  const incomplete = { title: { zh: '标题', en: null }, body: { zh: null, en: null } }
  const issue = aDraftOf([
    aDraftItem({ key: 'second', ...incomplete }),
    aDraftItem({ key: 'whole' }),
    aDraftItem({ key: 'first', ...incomplete }),
  ])
  expect(checkIssue(issue).map(({ item, kind }) => `${item} ${kind}`)).toEqual([
    'second missing',
    'second missing',
    'first missing',
    'first missing',
  ])
})

it('marks the name that a section lacks in one language, and no other', () => {
  const sectionOf = (title: { zh: string | null; en: string | null }, key: string) => ({
    title,
    items: [aDraftItem({ key }), aDraftItem({ key: `${key}-2` })],
  })
  const issue = aDraftOf([], {
    sections: [
      sectionOf({ zh: '国内要闻', en: null }, 'a'),
      sectionOf({ zh: null, en: 'Overseas News' }, 'b'),
      sectionOf({ zh: null, en: null }, 'c'),
      sectionOf({ zh: '其他', en: 'Other' }, 'd'),
      { title: { zh: '空的栏目', en: null }, items: [] },
    ],
  })
  expect(checkIssue(issue)).toMatchObject([
    { item: 'a', kind: 'missing', part: 'section', in: 'en' },
    { item: 'b', kind: 'missing', part: 'section', in: 'zh' },
  ])
})

/** The item once for each figure of its texts, with another figure in its place. */
function withChangedFigures(item: DraftItem): { changed: DraftItem; name: string }[] {
  if (!item.body.zh || !item.body.en) return []
  return (['zh', 'en'] as const).flatMap((language) =>
    (item.body[language] ?? []).flatMap((paragraph, index) =>
      withOtherFigures(paragraph).map(({ spans, name }) => {
        const half = (item.body[language] ?? []).map((each, at) => (at === index ? spans : each))
        return { changed: { ...item, body: { ...item.body, [language]: half } }, name }
      }),
    ),
  )
}

function withOtherFigures(paragraph: Paragraph): { spans: Paragraph; name: string }[] {
  return paragraph.flatMap((span, index) =>
    [...span.text.matchAll(/\d+(?:[.,]\d+)*/gu)].map((match) => {
      const [figure] = match
      const other = `${figure.slice(0, -1)}${(Number(figure.slice(-1)) + 3) % 10}`
      const text = span.text.slice(0, match.index) + other + span.text.slice(match.index + figure.length)
      const spans = paragraph.map((each, at) => (at === index ? { ...each, text } : each))
      return { spans, name: `${figure} as ${other} in ${span.text}` }
    }),
  )
}
