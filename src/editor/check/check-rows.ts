import type { Mark, MarkPart, Stretch } from '#shared/checking/mark'
import type { DraftItem } from '#shared/drafts/draft-issue'
import type { Language } from '#shared/newsletter/bilingual'
import type { Paragraph } from '#shared/newsletter/issue'

type Half = { paragraph: Paragraph | null; lit: readonly Stretch[] }

/** What stands beside each other: the titles, or the n-th paragraphs; and the marks that are said below them. */
export type CheckRow = { part: 'title' | number; zh: Half; en: Half; marks: readonly Mark[] }

/** `rest`: marks of the body or the source as a whole, said at the item's end. */
export function checkRows(
  { title, body }: DraftItem,
  marks: readonly Mark[],
  lit: readonly Mark[],
): { rows: CheckRow[]; rest: readonly Mark[] } {
  const stretchesOf = (language: Language, part: CheckRow['part']) =>
    lit.map((mark) => mark[language]).filter((stretch): stretch is Stretch => stretch?.part === part)
  const half = (language: Language, part: CheckRow['part'], paragraph: Paragraph | null): Half => ({
    paragraph,
    lit: stretchesOf(language, part),
  })
  const paragraphs = Math.max(body.zh?.length ?? 0, body.en?.length ?? 0)
  const titleOf = (language: Language): Paragraph | null => {
    const text = title[language]
    return text === null ? null : [{ text }]
  }
  const rows: CheckRow[] = [
    {
      part: 'title',
      zh: half('zh', 'title', titleOf('zh')),
      en: half('en', 'title', titleOf('en')),
      marks: marks.filter(({ part }) => part === 'title' || part === 'item'),
    },
  ]
  for (let index = 0; index < paragraphs; index += 1)
    rows.push({
      part: index,
      zh: half('zh', index, body.zh?.[index] ?? null),
      en: half('en', index, body.en?.[index] ?? null),
      marks: marks.filter(({ part }) => part === index),
    })
  return { rows, rest: marks.filter(({ part }) => isOfNoRow(part, paragraphs)) }
}

function isOfNoRow(part: MarkPart, paragraphs: number): boolean {
  return part === 'body' || part === 'source' || (typeof part === 'number' && part >= paragraphs)
}
