import * as v from 'valibot'
import { IssueSchema } from '#shared/newsletter/issue'
import { anIssue, anItem } from '../../../support/an-issue'

const issueWith = (item: object) => ({
  ...anIssue(),
  sections: [{ title: { zh: '要闻', en: null }, items: [{ ...anItem(), ...item }] }],
})

describe('the issue', () => {
  it('takes a missing half as null, never as an empty text or list', () => {
    expect(
      v.is(IssueSchema, issueWith({ title: { zh: '标题', en: null }, body: { zh: null, en: null } })),
    ).toBe(true)
    expect(v.is(IssueSchema, issueWith({ title: { zh: '标题', en: '' } }))).toBe(false)
    expect(v.is(IssueSchema, issueWith({ title: { zh: '标题', en: '  ' } }))).toBe(false)
    expect(v.is(IssueSchema, issueWith({ title: { zh: '标题' } }))).toBe(false)
    expect(v.is(IssueSchema, issueWith({ body: { zh: [], en: null } }))).toBe(false)
    expect(v.is(IssueSchema, issueWith({ body: { zh: [[]], en: null } }))).toBe(false)
  })

  it('takes addresses of the web only', () => {
    expect(v.is(IssueSchema, issueWith({ source: { zh: 'https://example.com/a?b=c', en: null } }))).toBe(true)
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      '#',
      '/page',
      'https://',
      'ftp://example.com',
    ])
      expect(v.is(IssueSchema, issueWith({ source: { zh: address, en: null } }))).toBe(false)
  })

  it('is read by an older phone though a newer server says more', () => {
    const newer = { ...issueWith({ keywords: ['数据'] }), theme: 'spring' }
    expect(v.parse(IssueSchema, newer)).toEqual(issueWith({}))
  })
})
