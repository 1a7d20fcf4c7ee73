import fc from 'fast-check'
import * as v from 'valibot'
import { addItem } from '#shared/drafts/add-item'
import { addSection } from '#shared/drafts/add-section'
import { type DraftIssue, DraftIssueSchema } from '#shared/drafts/draft-issue'
import { newItemKey } from '#shared/drafts/item-key'
import { moveItem } from '#shared/drafts/move-item'
import { moveSection } from '#shared/drafts/move-section'
import { pairItems } from '#shared/drafts/pair-items'
import { partItem } from '#shared/drafts/part-item'
import { removeItem } from '#shared/drafts/remove-item'
import { removeSection } from '#shared/drafts/remove-section'
import { setBody } from '#shared/drafts/set-body'
import { setContactList } from '#shared/drafts/set-contact-list'
import { setNumber } from '#shared/drafts/set-number'
import { setText } from '#shared/drafts/set-text'
import { stepItem } from '#shared/drafts/step-item'
import { AppError } from '#shared/errors'
import { aDraftItem, aDraftOf } from '../../../support/a-draft'
import { anyDraft, anySpan, keysOf } from '../../../support/any-draft'

const abroad = { zh: '海外动态', en: 'Overseas News' }
const draft = aDraftOf([aDraftItem({ key: 'one' }), aDraftItem({ key: 'two' }), aDraftItem({ key: 'three' })])
const wide = {
  ...draft,
  sections: [...draft.sections, { title: abroad, items: [aDraftItem({ key: 'four' })] }],
}
const keysBySection = ({ sections }: DraftIssue) => sections.map(({ items }) => items.map(({ key }) => key))
const itemOf = (issue: DraftIssue, key: string) =>
  issue.sections.flatMap(({ items }) => items).find((item) => item.key === key)
const bodyOf = (issue: DraftIssue, key = 'one') => itemOf(issue, key)?.body.zh
const withCode = (code: string) => expect.objectContaining({ code })

describe('a text', () => {
  it('is set where it belongs, without the spaces around it', () => {
    const set = setText(draft, { of: 'title', item: 'two', language: 'en' }, ' A New Title ')
    expect(itemOf(set, 'two')?.title).toEqual({ ...itemOf(draft, 'two')?.title, en: 'A New Title' })
    expect(setText(draft, { of: 'series', language: 'zh' }, '月报').series.title.zh).toBe('月报')
    expect(setText(draft, { of: 'publication', language: 'en' }, 'REVIEW').publication.en).toBe('REVIEW')
    expect(setText(draft, { of: 'disclaimer', language: 'zh' }, '仅供参考').disclaimer.zh).toBe('仅供参考')
    expect(setText(wide, { of: 'section', section: 1, language: 'zh' }, '域外').sections[1]?.title.zh).toBe(
      '域外',
    )
    expect(setText(draft, { of: 'month' }, '2021-07').month).toBe('2021-07')
    expect(setText(draft, { of: 'date' }, '2021-07-31').date).toBe('2021-07-31')
    expect(setText(draft, { of: 'email' }, 'info@example.org').contact.email).toBe('info@example.org')
  })

  it('is missing where nothing was typed', () => {
    expect(
      itemOf(setText(draft, { of: 'title', item: 'one', language: 'zh' }, ' '), 'one')?.title.zh,
    ).toBeNull()
    expect(setText(draft, { of: 'month' }, '').month).toBeNull()
    expect(setText(draft, { of: 'website' }, '').contact.website).toBeNull()
  })

  it('leaves all other items the same objects', () => {
    const set = setText(draft, { of: 'title', item: 'two', language: 'en' }, 'A New Title')
    expect(itemOf(set, 'one')).toBe(itemOf(draft, 'one'))
  })

  it('may be a web address as people type it', () => {
    const set = setText(draft, { of: 'source', item: 'one', language: 'zh' }, 'www.cac.gov.cn')
    expect(itemOf(set, 'one')?.source.zh).toBe('http://www.cac.gov.cn')
    expect(setText(draft, { of: 'website' }, 'https://example.org').contact.website).toBe(
      'https://example.org',
    )
  })

  it.each([
    [{ of: 'source', item: 'one', language: 'zh' }, 'javascript:alert(1)'],
    [{ of: 'website' }, 'mailto:info@example.org'],
    [{ of: 'month' }, '2021-13'],
    [{ of: 'date' }, 'July 31'],
  ] as const)('is refused as %j where it is %s', (place, typed) => {
    expect(() => setText(draft, place, typed)).toThrow(withCode('INVALID_INPUT'))
  })

  it('has nowhere to go in an item or a section that is gone', () => {
    expect(() => setText(draft, { of: 'title', item: 'gone', language: 'zh' }, 'a')).toThrow(
      withCode('NOT_FOUND'),
    )
    expect(() => setText(draft, { of: 'section', section: 7, language: 'zh' }, 'a')).toThrow(
      withCode('NOT_FOUND'),
    )
  })
})

describe('numbers and contact', () => {
  it('are set, or taken away', () => {
    expect(setNumber(draft, 'number', 302).number).toBe(302)
    expect(setNumber(draft, 'series', null).series.number).toBeNull()
    expect(setContactList(draft, { of: 'tel' }, [' +8610 1 ', '', '+8610 2']).contact.tel).toEqual([
      '+8610 1',
      '+8610 2',
    ])
    expect(setContactList(draft, { of: 'offices', language: 'zh' }, ['武汉']).contact.offices.zh).toEqual([
      '武汉',
    ])
  })

  it.each([0, -1, 1.5, Number.NaN, 1_000_000])('are refused as %d', (number) => {
    expect(() => setNumber(draft, 'number', number)).toThrow(withCode('INVALID_INPUT'))
  })
})

describe('a body', () => {
  it('has a paragraph for each field in which something is written', () => {
    expect(bodyOf(setBody(draft, 'one', 'zh', [[{ text: '甲' }], [], [{ text: ' ' }]]))).toEqual([
      [{ text: '甲' }],
    ])
  })
})

describe('an item', () => {
  it('moves up and down, and over the edge of its section', () => {
    expect(keysBySection(stepItem(wide, 'two', 'up'))).toEqual([['two', 'one', 'three'], ['four']])
    expect(keysBySection(stepItem(wide, 'two', 'down'))).toEqual([['one', 'three', 'two'], ['four']])
    expect(keysBySection(stepItem(wide, 'three', 'down'))).toEqual([
      ['one', 'two'],
      ['three', 'four'],
    ])
    expect(keysBySection(stepItem(wide, 'four', 'up'))).toEqual([['one', 'two', 'three', 'four'], []])
    expect(stepItem(wide, 'one', 'up')).toBe(wide)
    expect(stepItem(wide, 'four', 'down')).toBe(wide)
  })

  it('moves into another section', () => {
    expect(keysBySection(moveItem(wide, 'two', { section: 1, at: 1 }))).toEqual([
      ['one', 'three'],
      ['four', 'two'],
    ])
    expect(() => moveItem(wide, 'two', { section: 2, at: 0 })).toThrow(withCode('NOT_FOUND'))
  })

  it('is added empty, and removed', () => {
    const added = addItem(wide, 'new', { section: 1, at: 0 })
    expect(keysBySection(added)).toEqual([
      ['one', 'two', 'three'],
      ['new', 'four'],
    ])
    expect(removeItem(added, 'new')).toEqual(wide)
  })

  it('of two languages is parted, and paired again', () => {
    const parted = partItem(wide, 'two', 'english')
    expect(keysOf(parted)).toEqual(['one', 'two', 'english', 'three', 'four'])
    expect(itemOf(parted, 'two')?.title.en).toBeNull()
    expect(itemOf(parted, 'english')?.body.zh).toBeNull()
    expect(pairItems(parted, 'two', 'english')).toEqual(wide)
    expect(() => partItem(parted, 'two', 'x')).toThrow(withCode('INVALID_INPUT'))
  })

  it.each([
    ['one', 'two'],
    ['one', 'one'],
  ])('is not paired where a half would be lost: %s with %s', (one, other) => {
    expect(() => pairItems(wide, one, other)).toThrow(withCode('INVALID_INPUT'))
  })

  it('is not paired with itself, even where it is empty', () => {
    const added = addItem(wide, 'empty', { section: 0, at: 0 })
    expect(() => pairItems(added, 'empty', 'empty')).toThrow(withCode('INVALID_INPUT'))
  })

  it('has a key of its own', () => {
    const keys = Array.from({ length: 100 }, () => newItemKey())
    expect(new Set(keys).size).toBe(100)
    const sound = keys.reduce((issue, key) => addItem(issue, key, { section: 0, at: 0 }), draft)
    expect(v.is(DraftIssueSchema, sound)).toBe(true)
  })
})

describe('a section', () => {
  it('is added, moved and removed when it is empty', () => {
    const added = addSection(wide, 1, { zh: '立法', en: null })
    expect(added.sections.map(({ title }) => title.zh)).toEqual(['国内要闻', '立法', '海外动态'])
    expect(moveSection(added, 1, 2).sections.map(({ title }) => title.zh)).toEqual([
      '国内要闻',
      '海外动态',
      '立法',
    ])
    expect(removeSection(added, 1)).toEqual(wide)
    expect(() => removeSection(added, 0)).toThrow(withCode('INVALID_INPUT'))
  })
})

it('stays sound, with every item once, whatever is changed', () => {
  const key = fc.constantFrom('a1', 'b2', 'c3')
  const section = fc.nat(3)
  const edit = fc.oneof(
    fc.tuple(key, fc.string()).map(
      ([item, typed]) =>
        (issue: DraftIssue) =>
          setText(issue, { of: 'title', item, language: 'zh' }, typed),
    ),
    fc.tuple(key, fc.webUrl()).map(
      ([item, typed]) =>
        (issue: DraftIssue) =>
          setText(issue, { of: 'source', item, language: 'en' }, typed),
    ),
    fc.tuple(key, fc.constantFrom('zh', 'en'), fc.array(fc.array(anySpan))).map(
      ([item, language, paragraphs]) =>
        (issue: DraftIssue) =>
          setBody(issue, item, language, paragraphs),
    ),
    fc.tuple(key, section, fc.nat(3)).map(
      ([item, to, spot]) =>
        (issue: DraftIssue) =>
          moveItem(issue, item, { section: to, at: spot }),
    ),
    fc.tuple(key, fc.constantFrom('up', 'down')).map(
      ([item, way]) =>
        (issue: DraftIssue) =>
          stepItem(issue, item, way),
    ),
    key.map((item) => (issue: DraftIssue) => partItem(issue, item, newItemKey())),
    fc.tuple(key, key).map(
      ([one, other]) =>
        (issue: DraftIssue) =>
          pairItems(issue, one, other),
    ),
    fc.tuple(section, section).map(
      ([from, to]) =>
        (issue: DraftIssue) =>
          moveSection(issue, from, to),
    ),
  )
  fc.assert(
    fc.property(anyDraft, fc.array(edit, { maxLength: 12 }), (start, edits) => {
      const end = edits.reduce((issue, change) => tried(issue, change), start)
      expect(v.is(DraftIssueSchema, end)).toBe(true)
      expect(new Set(keysOf(end)).size).toBe(keysOf(end).length)
    }),
    { numRuns: 500 },
  )

  /** A change that is refused leaves all as it was. */
  function tried(issue: DraftIssue, change: (issue: DraftIssue) => DraftIssue): DraftIssue {
    try {
      return change(issue)
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code !== 'INTERNAL') return issue
      throw thrown
    }
  }
})
