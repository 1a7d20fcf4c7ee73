import fc from 'fast-check'
import * as v from 'valibot'
import { readyToPublish } from '#shared/drafts/ready-to-publish'
import { IssueSchema } from '#shared/newsletter/issue'
import { aDraftItem, aDraftOf } from '../../../support/a-draft'
import { anIssue, anItem } from '../../../support/an-issue'
import { anyDraft } from '../../../support/any-draft'

const nothing = { zh: null, en: null }
const whole = aDraftOf([aDraftItem({ key: 'one', ...anItem() })])

describe('a draft that is ready', () => {
  it('is the issue, without its keys', () => {
    expect(readyToPublish(whole)).toEqual({ issue: anIssue() })
  })

  it('loses a section that has no items', () => {
    const draft = { ...whole, sections: [{ title: nothing, items: [] }, ...whole.sections] }
    expect(readyToPublish(draft)).toEqual({ issue: anIssue() })
  })

  it('may lack a half, which readers are told of', () => {
    const item = anItem({ title: { zh: '标题', en: null }, body: nothing })
    expect(readyToPublish(aDraftOf([{ key: 'one', ...item }]))).toHaveProperty('issue')
  })
})

describe('what stands against publishing', () => {
  const series = { title: nothing, number: 3 }

  it.each([
    ['no-series', null, { ...whole, series }],
    ['no-month', null, { ...whole, month: null }],
    ['no-items', null, { ...whole, sections: [] }],
    ['no-items', null, aDraftOf([])],
    ['empty-item', 'two', aDraftOf([aDraftItem({ key: 'two', title: nothing, body: nothing })])],
    ['no-title', 'two', aDraftOf([aDraftItem({ key: 'two', title: nothing })])],
    ['not-sound', null, { ...whole, sections: Array.from({ length: 51 }, () => whole.sections).flat() }],
  ])('is told as %s', (code, item, draft) => {
    expect(readyToPublish(draft)).toEqual({ problems: [{ code, item }] })
  })

  it('is told all at once', () => {
    const draft = aDraftOf([], { month: null, series })
    expect(readyToPublish(draft)).toEqual({
      problems: ['no-series', 'no-month', 'no-items'].map((code) => ({ code, item: null })),
    })
  })
})

it('yields an issue that the model takes, or says why not', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const ready = readyToPublish(draft)
      expect('issue' in ready ? v.is(IssueSchema, ready.issue) : ready.problems.length > 0).toBe(true)
    }),
  )
})
