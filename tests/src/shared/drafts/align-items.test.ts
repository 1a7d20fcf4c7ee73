import fc from 'fast-check'
import { alignItems } from '#shared/drafts/align-items'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import { mergeIssues } from '#shared/drafts/merge-issues'
import { setText } from '#shared/drafts/set-text'
import { aDraftItem, aDraftOf } from '../../../support/a-draft'
import { aParagraph } from '../../../support/an-issue'
import { anyDraft, keysOf } from '../../../support/any-draft'

const news = {
  review: aDraftItem({
    key: 'review',
    title: { zh: '三款应用接受网络安全审查', en: 'Three Apps Come under Cybersecurity Review' },
    body: {
      zh: [aParagraph('网络安全审查办公室公告对三款应用实施网络安全审查，审查期间停止新用户注册。')],
      en: [
        aParagraph(
          'The Cybersecurity Review Office announced reviews of three apps, which may not register new users.',
        ),
      ],
    },
  }),
  fine: aDraftItem({
    key: 'fine',
    title: {
      zh: '法国竞争管理局对谷歌罚款5亿欧元',
      en: 'French Competition Authority Fines Google EUR 500 Million',
    },
    body: {
      zh: [aParagraph('法国竞争管理局宣布对谷歌罚款5亿欧元，理由是谷歌未遵守临时措施。')],
      en: [aParagraph('The French competition authority announced a fine of EUR 500 million on Google.')],
    },
  }),
  other: aDraftItem({
    key: 'other',
    title: { zh: '意大利竞争管理局对亚马逊罚款', en: 'Italian Competition Authority Fines Amazon' },
    body: {
      zh: [aParagraph('意大利竞争管理局认定亚马逊滥用支配地位，责令其停止违法行为。')],
      en: [aParagraph('The Italian authority found an abuse of dominance by Amazon.')],
    },
  }),
}
const base = aDraftOf([news.review, news.fine])

/** As an importer yields it: with keys that nothing else has. */
function imported(
  items: (keyof typeof news)[],
  change: (issue: DraftIssue) => DraftIssue = (issue) => issue,
) {
  const fresh = change(aDraftOf(items.map((name) => news[name])))
  return {
    ...fresh,
    sections: fresh.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, key: `fresh${item.key}` })),
    })),
  }
}

describe('a document imported again', () => {
  it('has the keys of the items that it continues, wherever they stand now', () => {
    expect(keysOf(alignItems(base, imported(['fine', 'other', 'review'])))).toEqual([
      'fine',
      'freshother',
      'review',
    ])
  })

  it('continues an item whose title, or whose text, was rewritten', () => {
    const retitled = imported(['review', 'fine'], (issue) =>
      setText(
        setText(issue, { of: 'title', item: 'fine', language: 'zh' }, '谷歌因邻接权争议在法国受罚'),
        { of: 'title', item: 'fine', language: 'en' },
        'Google Penalized in France over Related Rights',
      ),
    )
    expect(keysOf(alignItems(base, retitled))).toEqual(['review', 'fine'])
    const rewritten = imported(['review', 'fine'], (issue) => ({
      ...issue,
      sections: issue.sections.map((section) => ({
        ...section,
        items: section.items.map((item) =>
          item.key === 'fine' ? { ...item, body: { zh: [aParagraph('全新的报道。')], en: null } } : item,
        ),
      })),
    }))
    expect(keysOf(alignItems(base, rewritten))).toEqual(['review', 'fine'])
  })

  it('continues none where another authority fined somebody else', () => {
    expect(keysOf(alignItems(base, imported(['other'])))).toEqual(['freshother'])
  })

  it('tells two items of one title by their texts', () => {
    const twin = { ...news.fine, key: 'twin', body: news.other.body }
    const before = aDraftOf([news.fine, twin])
    const fresh = aDraftOf([
      { ...twin, key: 'x' },
      { ...news.fine, key: 'y' },
    ])
    expect(keysOf(alignItems(before, fresh))).toEqual(['twin', 'fine'])
  })

  it('keeps what was mended by hand, takes what is new, and tells what differs', () => {
    const mended = setText(base, { of: 'title', item: 'fine', language: 'zh' }, '谷歌在法国被罚5亿欧元')
    const fresh = imported(['review', 'fine', 'other'], (issue) =>
      setText(
        setText(issue, { of: 'title', item: 'fine', language: 'zh' }, '法国竞争管理局罚谷歌5亿欧元'),
        { of: 'title', item: 'review', language: 'en' },
        'Three More Apps Come under Cybersecurity Review',
      ),
    )
    const { issue, differences } = mergeIssues(base, mended, alignItems(base, fresh))
    expect(issue.sections[0]?.items.map(({ title }) => title.zh)).toEqual([
      '三款应用接受网络安全审查',
      '谷歌在法国被罚5亿欧元',
      '意大利竞争管理局对亚马逊罚款',
    ])
    expect(issue.sections[0]?.items[0]?.title.en).toBe('Three More Apps Come under Cybersecurity Review')
    expect(differences).toMatchObject([
      { key: 'fine', part: 'title.zh', theirs: '法国竞争管理局罚谷歌5亿欧元' },
    ])
  })

  it('has no key twice, whatever its items are, and each item once', () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (before, fresh) => {
        const keys = keysOf(alignItems(before, fresh))
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.length).toBe(keysOf(fresh).length)
      }),
    )
  })
})
