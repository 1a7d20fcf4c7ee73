import fc from 'fast-check'
import { litRuns } from '../../../../src/editor/check/lit-runs'

const text = (runs: readonly { text: string }[]) => runs.map((run) => run.text).join('')

test('lights a stretch within a span, and over the border of two', () => {
  expect(litRuns([{ text: '共3100余起' }], [{ start: 1, end: 7 }])).toEqual([
    { text: '共', isEmphasis: false, isLit: false },
    { text: '3100余起', isEmphasis: false, isLit: true },
  ])
  expect(
    litRuns([{ text: 'the ' }, { text: 'Data', emphasis: true }, { text: ' Law' }], [{ start: 2, end: 10 }]),
  ).toEqual([
    { text: 'th', isEmphasis: false, isLit: false },
    { text: 'e ', isEmphasis: false, isLit: true },
    { text: 'Data', isEmphasis: true, isLit: true },
    { text: ' L', isEmphasis: false, isLit: true },
    { text: 'aw', isEmphasis: false, isLit: false },
  ])
})

test('whatever is lit, the text stays as it was, and just the stretches are lit', () => {
  const spans = fc.array(fc.record({ text: fc.string({ minLength: 1 }) }), { minLength: 1 })
  const stretches = fc.array(
    fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) })),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(spans, stretches, (paragraph, lit) => {
      const runs = litRuns(paragraph, lit)
      expect(text(runs)).toBe(text(paragraph))
      let offset = 0
      for (const run of runs) {
        for (let at = offset; at < offset + run.text.length; at += 1)
          expect(run.isLit).toBe(lit.some(({ start, end }) => at >= start && at < end))
        offset += run.text.length
      }
    }),
  )
})
