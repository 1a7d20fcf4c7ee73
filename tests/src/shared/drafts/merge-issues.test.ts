import fc from 'fast-check'
import * as v from 'valibot'
import { addItem } from '#shared/drafts/add-item'
import { addSection } from '#shared/drafts/add-section'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import { DraftIssueSchema } from '#shared/drafts/draft-issue'
import { mergeIssues } from '#shared/drafts/merge-issues'
import { moveItem } from '#shared/drafts/move-item'
import { removeItem } from '#shared/drafts/remove-item'
import { setBody } from '#shared/drafts/set-body'
import { setNumber } from '#shared/drafts/set-number'
import { setText } from '#shared/drafts/set-text'
import { stepItem } from '#shared/drafts/step-item'
import { takeTheirs } from '#shared/drafts/take-theirs'
import { aDraftItem, aDraftOf } from '../../../support/a-draft'
import { anyDraft, keysOf } from '../../../support/any-draft'

const base = aDraftOf([aDraftItem({ key: 'one' }), aDraftItem({ key: 'two' }), aDraftItem({ key: 'three' })])
const titleOf = (issue: DraftIssue, key: string) =>
  issue.sections.flatMap(({ items }) => items).find((item) => item.key === key)?.title
const retitled = (issue: DraftIssue, item: string, text: string): DraftIssue =>
  setText(issue, { of: 'title', item, language: 'zh' }, text)

describe('the laws of merging', () => {
  it.each<[string, (b: DraftIssue, o: DraftIssue, t: DraftIssue) => void]>([
    [
      'theirs alone is taken',
      (b, _o, t) => expect(mergeIssues(b, b, t)).toEqual({ issue: t, differences: [] }),
    ],
    ['ours alone is kept', (b, o) => expect(mergeIssues(b, o, b)).toEqual({ issue: o, differences: [] })],
    [
      'the same is no difference',
      (b, o) => expect(mergeIssues(b, o, o)).toEqual({ issue: o, differences: [] }),
    ],
    [
      'no key stands twice, and what either side added is there',
      (b, o, t) => {
        const keys = keysOf(mergeIssues(b, o, t).issue)
        expect(new Set(keys).size).toBe(keys.length)
        const added = [...keysOf(o), ...keysOf(t)].filter((key) => !keysOf(b).includes(key))
        expect(added.filter((key) => !keys.includes(key))).toEqual([])
      },
    ],
    [
      'the same merge again changes nothing more',
      (b, o, t) => {
        const { issue } = mergeIssues(b, o, t)
        expect(mergeIssues(t, issue, t)).toEqual({ issue, differences: [] })
      },
    ],
    [
      'a sound draft comes out',
      (b, o, t) => expect(v.is(DraftIssueSchema, mergeIssues(b, o, t).issue)).toBe(true),
    ],
    [
      'theirs can be taken of every difference',
      (b, o, t) => {
        const { issue, differences } = mergeIssues(b, o, t)
        const taken = differences.reduce(takeTheirs, issue)
        expect(v.is(DraftIssueSchema, taken)).toBe(true)
        const shared = keysOf(taken).filter((key) => keysOf(t).includes(key) && keysOf(b).includes(key))
        for (const key of shared) {
          const [was, theirs] = [titleOf(b, key), titleOf(t, key)]
          if (was?.zh !== theirs?.zh) expect(titleOf(taken, key)?.zh).toBe(theirs?.zh)
        }
      },
    ],
  ])('%s', (_name, law) => {
    fc.assert(
      fc.property(anyDraft, anyDraft, anyDraft, (b, o, t) => {
        law(b, o, t)
      }),
      { numRuns: 300 },
    )
  })
})

describe('two editors at one draft', () => {
  it('have both what each changed', () => {
    const ours = retitled(base, 'one', '我们的标题')
    const theirs = setNumber(stepItem(retitled(base, 'two', '他们的标题'), 'three', 'up'), 'number', 302)
    const { issue, differences } = mergeIssues(base, ours, theirs)
    expect(differences).toEqual([])
    expect([titleOf(issue, 'one')?.zh, titleOf(issue, 'two')?.zh]).toEqual(['我们的标题', '他们的标题'])
    expect(keysOf(issue)).toEqual(['one', 'three', 'two'])
    expect(issue.number).toBe(302)
  })

  it('are told what both changed, and ours stands until theirs is taken', () => {
    const { issue, differences } = mergeIssues(
      base,
      retitled(base, 'one', '我们的标题'),
      retitled(base, 'one', '他们的标题'),
    )
    expect(titleOf(issue, 'one')?.zh).toBe('我们的标题')
    expect(differences).toEqual([
      {
        key: 'one',
        part: 'title.zh',
        base: titleOf(base, 'one')?.zh,
        ours: '我们的标题',
        theirs: '他们的标题',
      },
    ])
    expect(titleOf(differences.reduce(takeTheirs, issue), 'one')?.zh).toBe('他们的标题')
  })

  it('mend different paragraphs of one text side by side', () => {
    const long = setBody(base, 'one', 'zh', [[{ text: '一' }], [{ text: '二' }], [{ text: '三' }]])
    const ours = setBody(base, 'one', 'zh', [[{ text: '甲' }], [{ text: '二' }], [{ text: '三' }]])
    const theirs = setBody(base, 'one', 'zh', [[{ text: '一' }], [{ text: '二' }], [{ text: '丙' }]])
    const { issue, differences } = mergeIssues(long, ours, theirs)
    expect(differences).toEqual([])
    expect(issue.sections[0]?.items[0]?.body.zh).toEqual([
      [{ text: '甲' }],
      [{ text: '二' }],
      [{ text: '丙' }],
    ])
  })

  it('are told of an item that one took away and the other changed', () => {
    const taken = removeItem(base, 'two')
    const changed = retitled(base, 'two', '改过的标题')
    const kept = mergeIssues(base, changed, taken)
    expect(keysOf(kept.issue)).toEqual(['one', 'two', 'three'])
    expect(keysOf(kept.differences.reduce(takeTheirs, kept.issue))).toEqual(['one', 'three'])
    const gone = mergeIssues(base, taken, changed)
    expect(keysOf(gone.issue)).toEqual(['one', 'three'])
    expect(gone.differences).toMatchObject([{ key: 'two', part: 'item', ours: null }])
    expect(titleOf(gone.differences.reduce(takeTheirs, gone.issue), 'two')?.zh).toBe('改过的标题')
  })

  it('both add items, each where it was put', () => {
    const ours = addItem(base, 'ours', { section: 0, at: 1 })
    const theirs = addItem(base, 'theirs', { section: 0, at: 3 })
    expect(keysOf(mergeIssues(base, ours, theirs).issue)).toEqual(['one', 'ours', 'two', 'three', 'theirs'])
  })

  it('keep both items that were added under one key', () => {
    const added = (title: string) => retitled(addItem(base, 'same', { section: 0, at: 0 }), 'same', title)
    const { issue, differences } = mergeIssues(base, added('关于算法的规定公布'), added('汽车企业被处罚款'))
    expect(differences).toEqual([])
    expect(
      issue.sections[0]?.items.map(({ title }) => title.zh).filter((zh) => /算法|汽车/u.test(zh ?? '')),
    ).toEqual(expect.arrayContaining(['关于算法的规定公布', '汽车企业被处罚款']))
  })

  it('go on with one item that one of them had saved before', () => {
    const saved = retitled(addItem(base, 'new', { section: 0, at: 0 }), 'new', '关于算法的规定')
    const later = retitled(saved, 'new', '关于算法推荐的规定')
    expect(keysOf(mergeIssues(base, later, saved).issue)).toEqual(['new', 'one', 'two', 'three'])
  })

  it('are told where both moved an item to different sections', () => {
    const abroad = { zh: '海外动态', en: 'Overseas News' }
    const law = { zh: '立法', en: 'Legislation' }
    const wide = addSection(addSection(base, 1, abroad), 2, law)
    const ours = moveItem(wide, 'one', { section: 1, at: 0 })
    const theirs = moveItem(wide, 'one', { section: 2, at: 0 })
    const { issue, differences } = mergeIssues(wide, ours, theirs)
    expect(issue.sections[1]?.items.map(({ key }) => key)).toEqual(['one'])
    expect(differences).toMatchObject([{ key: 'one', part: 'section', ours: abroad, theirs: law }])
    expect(differences.reduce(takeTheirs, issue).sections[2]?.items.map(({ key }) => key)).toEqual(['one'])
  })

  it('are told of a section that both renamed, also after it was moved', () => {
    const named = (text: string) => setText(base, { of: 'section', section: 0, language: 'zh' }, text)
    const { issue, differences } = mergeIssues(base, named('我们的栏目'), named('他们的栏目'))
    expect(differences).toMatchObject([{ key: null, part: 'sections.0.title.zh', theirs: '他们的栏目' }])
    const moved = addSection(issue, 0, { zh: '新栏目', en: null })
    expect(differences.reduce(takeTheirs, moved).sections.map(({ title }) => title.zh)).toEqual([
      '新栏目',
      '他们的栏目',
    ])
  })

  it('do not move an item out of a section that the other took away', () => {
    const wide = addSection(base, 1, { zh: '海外动态', en: 'Overseas News' })
    const ours = { ...wide, sections: wide.sections.slice(0, 1) }
    const theirs = moveItem(wide, 'one', { section: 1, at: 0 })
    const { issue } = mergeIssues(wide, ours, theirs)
    expect(keysOf(issue).sort()).toEqual(['one', 'three', 'two'])
  })
})

it('refuses a difference that would make no draft', () => {
  const difference = { key: 'one', part: 'title.zh', base: null, ours: null, theirs: { script: 1 } }
  expect(() => takeTheirs(base, difference)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
})
