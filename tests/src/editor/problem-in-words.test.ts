import { placeInWords, problemInWords } from '../../../src/editor/problem-in-words'

describe('a problem of the importer in words', () => {
  it('is Chinese by its code, with what the document itself says', () => {
    expect(
      problemInWords({ code: 'link-left-out', message: 'The link "More" belongs to no item.' }, 'zh'),
    ).toBe('一个链接没有收入。“More”')
  })

  it('is as the importer said it in English, and where it has no words for its code', () => {
    const problem = { code: 'of-tomorrow', message: 'Something new.' }
    expect(problemInWords(problem, 'zh')).toBe('Something new.')
    expect(problemInWords({ code: 'empty', message: 'No text.' }, 'en')).toBe('No text.')
  })

  it.each([
    [{ line: 12, column: 3 }, '第 12 行', 'line 12'],
    [{ page: 3 }, '第 3 页', 'page 3'],
    [{ paragraph: 14 }, '第 14 段', 'paragraph 14'],
  ])('has its place', (place, zh, en) => {
    expect([placeInWords(place, 'zh'), placeInWords(place, 'en')]).toEqual([zh, en])
  })
})
