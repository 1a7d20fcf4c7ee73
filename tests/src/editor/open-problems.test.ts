import type { DraftProblem } from '#shared/drafts/draft'
import { openProblems } from '../../../src/editor/open-problems'
import { aDraftItem, aDraftOf } from '../../support/a-draft'

const aProblem = (code: string, item: string | null): DraftProblem => ({
  severity: 'warning',
  code,
  message: code,
  place: { line: 12, column: 1 },
  item,
})
const noEnglish = aDraftItem({ key: 'one', body: { zh: [[{ text: '草案。' }]], en: null } })
const whole = aDraftItem({ key: 'one', source: { zh: 'https://a.cn', en: 'https://a.cn' } })

describe('what is still to be checked', () => {
  it.each(['missing-en', 'missing-body'])('is %s until the half is there', (code) => {
    const problem = aProblem(code, 'one')
    expect(openProblems([problem], aDraftOf([noEnglish]))).toEqual([problem])
    expect(openProblems([problem], aDraftOf([whole]))).toEqual([])
  })

  it('is a missing source until both are there', () => {
    const problem = aProblem('missing-source', 'one')
    expect(openProblems([problem], aDraftOf([noEnglish]))).toEqual([problem])
    expect(openProblems([problem], aDraftOf([whole]))).toEqual([])
  })

  it('is what only a person can judge, for as long as the item is there', () => {
    const problem = aProblem('pairing-unclear', 'one')
    expect(openProblems([problem], aDraftOf([whole]))).toEqual([problem])
    expect(openProblems([problem], aDraftOf([]))).toEqual([])
  })

  it('is what the masthead lacks until it has it', () => {
    const problem = aProblem('missing-month', null)
    expect(openProblems([problem], aDraftOf([whole], { month: null }))).toEqual([problem])
    expect(openProblems([problem], aDraftOf([whole]))).toEqual([])
  })
})
