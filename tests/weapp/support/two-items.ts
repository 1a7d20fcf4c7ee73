import type { Issue } from '#shared/newsletter/issue'
import { anIssue, anItem, aParagraph } from '../../support/an-issue'

/** An issue of two items whose four texts cannot be mistaken for each other. */
export function anIssueOfTwo(id: string, overrides: Partial<Issue> = {}): Issue {
  return anIssue({
    id,
    number: Number(id),
    series: { title: { zh: '数据周报', en: 'Weekly Data Review' }, number: Number(id) - 200 },
    sections: [
      {
        title: { zh: '国内要闻', en: 'Domestic News' },
        items: [
          anItem({
            title: { zh: '甲事标题', en: 'First title' },
            body: { zh: [aParagraph('甲事正文。')], en: [aParagraph('First body.')] },
          }),
          anItem({
            title: { zh: '乙事标题', en: 'Second title' },
            body: { zh: [aParagraph('乙事正文。')], en: [aParagraph('Second body.')] },
          }),
        ],
      },
    ],
    ...overrides,
  })
}

export const FIRST = { id: 'item-1-1' }
export const SECOND = { id: 'item-1-2' }
