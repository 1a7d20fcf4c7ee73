import fc from 'fast-check'
import { checkItem } from '#shared/checking/check-item'
import { plainText } from '#shared/checking/plain-text'
import { aDraftItem } from '../../../support/a-draft'

const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom(
      ...[
        '一',
        '十',
        '万',
        '亿',
        '第',
        '条',
        '年',
        '月',
        '日',
        '元',
        '《',
        '》',
        '百分之',
        '至',
        '3',
        '12',
        ',',
        '.',
        '%',
      ],
      ...[
        'RMB ',
        'May ',
        'December 29',
        ' million',
        'one ',
        'and ',
        'to ',
        'p.m.',
        'Law ',
        'IV ',
        '(',
        ')',
        '“',
        ' ',
      ],
    ),
    minLength: 1,
    maxLength: 30,
  }),
)
const half = fc.array(
  text.map((each) => [{ text: each }]),
  { minLength: 1, maxLength: 3 },
)

it('answers for any texts, and lights up what stands there', () => {
  fc.assert(
    fc.property(text, text, half, half, (zhTitle, enTitle, zh, en) => {
      const item = aDraftItem({ title: { zh: zhTitle, en: enTitle }, body: { zh, en } })
      const marks = checkItem(item)
      expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length)
      for (const mark of marks)
        for (const language of ['zh', 'en'] as const) {
          const stretch = mark[language]
          if (!stretch) continue
          const whole =
            stretch.part === 'title'
              ? item.title[language]
              : plainText(item.body[language]?.[stretch.part] ?? [])
          expect(whole?.slice(stretch.start, stretch.end)).toBe(stretch.text)
          expect(stretch.text).not.toBe('')
        }
    }),
    { numRuns: 2_000 },
  )
})

it('finds nothing in numbers that were only written in the other language', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999_999_999 }), fc.integer({ min: 1, max: 12 }), (count, month) => {
      const item = aDraftItem({
        body: {
          zh: [[{ text: `${month}月，共有${count}家企业参加。` }]],
          en: [[{ text: `In ${MONTHS[month - 1]}, ${count.toLocaleString('en-US')} companies took part.` }]],
        },
      })
      expect(checkItem(item).filter(({ kind }) => kind !== 'length')).toEqual([])
    }),
  )
})

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
