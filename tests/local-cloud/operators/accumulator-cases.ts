import type { Expressions } from '../../support/sdk-database'

/** What the accumulators are of: two groups by `g`. */
export const groupedDocuments = {
  a: { g: 'x', n: 1, t: '！' },
  b: { g: 'x', n: 3, t: '😀' },
  c: { g: 'y', n: 2, t: 'Z' },
  d: { g: 'x', n: 3 },
}

export type AccumulatorCase = [
  name: string,
  accumulator: ($: Expressions) => unknown,
  ofX: unknown,
  ofY: unknown,
]

export const accumulatorCases: AccumulatorCase[] = [
  ['addToSet', ($) => $.addToSet('$n'), [1, 3], [2]],
  ['avg', ($) => $.avg('$n'), 7 / 3, 2],
  ['first', ($) => $.first('$n'), 1, 2],
  ['last', ($) => $.last('$n'), 3, 2],
  ['max', ($) => $.max('$n'), 3, 2],
  ['max of texts by their bytes', ($) => $.max('$t'), '😀', 'Z'],
  ['min', ($) => $.min('$n'), 1, 2],
  ['mergeObjects', ($) => $.mergeObjects({ last: '$n' }), { last: 3 }, { last: 2 }],
  ['push', ($) => $.push('$n'), [1, 3, 3], [2]],
  ['stdDevPop', ($) => $.stdDevPop('$n'), Math.sqrt(8 / 9), 0],
  ['stdDevSamp', ($) => $.stdDevSamp('$n'), Math.sqrt(4 / 3), null],
  ['sum', ($) => $.sum('$n'), 7, 2],
  ['sum of ones', ($) => $.sum(1), 3, 1],
  ['push of a field that one has not', ($) => $.push('$t'), ['！', '😀'], ['Z']],
  ['addToSet of a field that one has not', ($) => $.addToSet('$t'), ['！', '😀'], ['Z']],
  ['last of a field that it has not', ($) => $.last('$t'), null, 'Z'],
  ['avg of texts', ($) => $.avg('$t'), null, null],
  ['push of objects', ($) => $.push({ n: '$n' }), [{ n: 1 }, { n: 3 }, { n: 3 }], [{ n: 2 }]],
]
