import { valueInWords } from '../../../../src/editor/draft/value-in-words'
import { aDraftItem } from '../../../support/a-draft'
import { anIssue } from '../../../support/an-issue'

describe('one side of a difference in words', () => {
  it.each([
    ['a title', '数据安全法', '数据安全法'],
    ['a number', 39, '39'],
    ['nothing', null, ''],
    ['a text', [[{ text: '见' }, { text: '公告', emphasis: true }], [{ text: '全文' }]], '见*公告*\n\n全文'],
    ['a list', ['+8610 1', '+8610 2'], '+8610 1\n+8610 2'],
    ['two languages', { zh: '国内要闻', en: null }, '国内要闻'],
  ])('is %s', (_name, value, words) => {
    expect(valueInWords(value)).toBe(words)
  })

  it('is a whole item by its titles and texts', () => {
    const item = aDraftItem({ body: { zh: [[{ text: '草案。' }]], en: null } })
    expect(valueInWords(item)).toBe(`${item.title.zh}\n${item.title.en}\n草案。`)
  })

  it('is a whole contact', () => {
    expect(valueInWords(anIssue().contact)).toContain('info@example.com')
  })
})
