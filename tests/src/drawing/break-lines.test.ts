import fc from 'fast-check'
import { breakLines } from '../../../src/drawing/break-lines'
import { recordedContext } from './recorded-context'

/** Ten pixels for Chinese, five for a letter. */
function measure(text: string): number {
  const { context } = recordedContext()
  context.font = '10px serif'
  return context.measureText(text).width
}

const broken = (text: string, width: number, most = 20) => breakLines(text, width, most, measure).lines

describe('the lines of a text', () => {
  it('end anywhere in Chinese, though never before a closing mark or after an opening one', () => {
    expect(broken('数据安全法草案公开', 40)).toEqual(['数据安全', '法草案公', '开'])
    expect(broken('数据安全。法草案', 40)).toEqual(['数据安', '全。法草', '案'])
    expect(broken('首提数《深圳》条例', 40)).toEqual(['首提数', '《深圳》', '条例'])
    expect(broken('国家标准——公布', 40)).toEqual(['国家标', '准——公布'])
  })

  it('end at spaces and hyphens in Latin, not within a word or a number', () => {
    expect(broken('Data Security Law is open', 60)).toEqual(['Data', 'Security Law', 'is open'])
    expect(broken('second-hand devices', 40)).toEqual(['second-', 'hand', 'devices'])
    expect(broken('in 2020-12-28', 50)).toEqual(['in', '2020-12-28'])
  })

  it('end between Chinese and Latin, which keeps its words', () => {
    expect(broken('常见App必要信息', 40)).toEqual(['常见App', '必要信息'])
  })

  it('keep a number and what it counts together', () => {
    expect(broken('《数据安全法》9月1日起施行', 80)).toEqual(['《数据安全法》', '9月1日起施行'])
    expect(broken('罚款225亿欧元', 40)).toEqual(['罚款', '225亿欧', '元'])
    expect(broken('截至2021《条例》', 50)).toEqual(['截至2021', '《条例》'])
  })

  it('break a word that is longer than a line, between its characters', () => {
    expect(broken('a counterrevolutionary', 50)).toEqual(['a', 'counterrev', 'olutionary'])
    expect(breakLines('counterrevolutionary', 50, 9, measure).breaksWords).toBe(true)
  })

  it('keep what belongs together as one character', () => {
    expect(broken('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 15)).toEqual(['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'])
    expect(broken('e\u0301'.repeat(12), 25)).toEqual([
      'e\u0301'.repeat(5),
      'e\u0301'.repeat(5),
      'e\u0301'.repeat(2),
    ])
  })

  it('are no more than allowed: an ellipsis says that there was more', () => {
    expect(broken('数据安全法草案公开征求意见', 50, 2)).toEqual(['数据安全法', '草案公开…'])
    expect(broken('Draft Data Security Law Open for Comment', 75, 2)).toEqual(['Draft Data', 'Security Law…'])
    expect(broken('数据，安全，法草案', 40, 1)).toEqual(['数据…'])
    expect(broken('x'.repeat(100), 50, 1)).toEqual([`${'x'.repeat(9)}…`])
    expect(breakLines('数据', 50, 1, measure).isWhole).toBe(true)
    expect(breakLines('数据安全法草', 50, 1, measure).isWhole).toBe(false)
  })

  it('take white space for one space, and none at their ends', () => {
    expect(broken('  数据 \n\n 安全\t法 ', 200)).toEqual(['数据 安全 法'])
  })

  it('hold all of a text once and in order, and fit their width, whatever it is', () => {
    const piece = fc.constantFrom(...'数据，。《》“” aB1-…', '👨‍👩‍👧‍👦', 'e\u0301', '🇨🇳', 'word ', '\ud800')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 20, max: 200 }), (pieces, width) => {
        const text = pieces.join('')
        const { lines, isWhole } = breakLines(text, width, 100, measure)
        expect(isWhole).toBe(true)
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width)
        const [short] = breakLines(text, width, 1, measure).lines
        expect(measure(short ?? '')).toBeLessThanOrEqual(width)
      }),
    )
  })
})
