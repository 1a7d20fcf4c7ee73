import type { Paragraph } from '#shared/newsletter/issue'
import {
  addAfter,
  joinWithNext,
  paragraphsOf,
  type Row,
  removeRow,
  rowsOf,
  splitLines,
  splitRow,
  writeRow,
} from '../../../../src/editor/item/paragraph-rows'

const two: Paragraph[] = [[{ text: '草案公开征求意见。' }], [{ text: '截止日期为8月1日。' }]]
const textsOf = (rows: readonly Row[]) => rows.map(({ text }) => text)
const firstOf = (rows: readonly Row[]) => rows[0]?.id ?? 0

describe('the paragraphs of a half as they are written', () => {
  it('say what the draft says', () => {
    expect(paragraphsOf(rowsOf(two))).toEqual(two)
  })

  it('begin with an empty field where the half is missing', () => {
    expect(textsOf(rowsOf(null))).toEqual([''])
  })

  it('are several where return was pressed, or several were pasted; empty lines are none', () => {
    const rows = writeRow(rowsOf(two), 0, '')
    const pasted = writeRow(rows, firstOf(rows), '第一段。\n\n 第二段。\n')
    expect(paragraphsOf(pasted).filter((spans) => spans.length > 0)).toEqual([
      [{ text: '第一段。' }],
      [{ text: '第二段。' }],
      two[1],
    ])
    const split = splitLines(pasted)
    expect(textsOf(split)).toEqual(['第一段。', '第二段。', '截止日期为8月1日。'])
    expect(firstOf(split)).toBe(firstOf(rows))
  })

  it('are cut in two, of which the first stays the field that it was', () => {
    const rows = rowsOf(two)
    const split = splitRow(rows, firstOf(rows), 2)
    expect(textsOf(split)).toEqual(['草案', '公开征求意见。', '截止日期为8月1日。'])
    expect(firstOf(split)).toBe(firstOf(rows))
  })

  it('are joined with the next one, and the last one with none', () => {
    const rows = rowsOf(two)
    expect(textsOf(joinWithNext(rows, firstOf(rows), 'zh'))).toEqual(['草案公开征求意见。截止日期为8月1日。'])
    expect(joinWithNext(rows, rows[1]?.id ?? 0, 'zh')).toEqual(rows)
  })

  it('get an empty field after one', () => {
    const rows = rowsOf(two)
    expect(textsOf(addAfter(rows, firstOf(rows)))).toEqual(['草案公开征求意见。', '', '截止日期为8月1日。'])
  })

  it('keep a field to write in when the last one is removed', () => {
    const rows = rowsOf([[{ text: '草案。' }]])
    expect(textsOf(removeRow(rows, firstOf(rows)))).toEqual([''])
  })
})
