import type { SdkCommand, SdkDatabase } from '../../support/sdk-database'

/** What is stored, by id; a condition; the ids of those that meet it. */
export type QueryCase = [
  name: string,
  stored: Record<string, object>,
  where: (_: SdkCommand, db: SdkDatabase) => unknown,
  ids: string,
]

const numbers = { a: { n: 1 }, b: { n: 2 }, c: { n: 3 }, text: { n: '2' }, none: {} }
const lists = {
  a: { l: [1, 2] },
  b: { l: [2, 3, 4] },
  empty: { l: [] },
  one: { l: 2 },
  nested: { l: [[1, 2]] },
}
const rows = {
  a: {
    rows: [
      { k: 'x', n: 1 },
      { k: 'y', n: 9 },
    ],
  },
  b: { rows: [{ k: 'x', n: 9 }] },
  c: { rows: [{ k: 'y' }, 5] },
  d: { rows: { k: 'x', n: 1 } },
}

export const queryCases: Record<string, QueryCase[]> = {
  comparisons: [
    ['a value', numbers, () => ({ n: 2 }), 'b'],
    ['eq', numbers, (_) => ({ n: _.eq(2) }), 'b'],
    [
      'eq of null, which a missing field is',
      { ...numbers, null: { n: null } },
      (_) => ({ n: _.eq(null) }),
      'none null',
    ],
    [
      'eq of an object, its fields in their order',
      { a: { o: { x: 1, y: 2 } }, b: { o: { y: 2, x: 1 } } },
      (_) => ({ o: _.eq({ x: 1, y: 2 }) }),
      'a',
    ],
    ['eq of a list', lists, (_) => ({ l: _.eq([1, 2]) }), 'a nested'],
    ['eq of true, which is not 1', { a: { n: 1 }, b: { n: true } }, (_) => ({ n: _.eq(true) }), 'b'],
    ['neq', numbers, (_) => ({ n: _.neq(2) }), 'a c none text'],
    ['gt', numbers, (_) => ({ n: _.gt(1) }), 'b c'],
    ['gte', numbers, (_) => ({ n: _.gte(2) }), 'b c'],
    ['lt', numbers, (_) => ({ n: _.lt(2) }), 'a'],
    ['lte', numbers, (_) => ({ n: _.lte(2) }), 'a b'],
    ['gt of a text, which no number is', numbers, (_) => ({ n: _.gt('1') }), 'text'],
    ['gt of texts by their bytes', { a: { n: '！' }, b: { n: '😀' } }, (_) => ({ n: _.gt('！') }), 'b'],
    ['gt of any element', lists, (_) => ({ l: _.gt(3) }), 'b'],
    [
      'gt and lt of different elements',
      { a: { l: [1, 9] }, b: { l: [1] } },
      (_) => ({ l: _.gt(4).and(_.lt(6)) }),
      'a',
    ],
    [
      'gte of a date',
      { a: { at: new Date(5) }, b: { at: new Date(6) }, c: { at: 7 } },
      (_) => ({ at: _.gte(new Date(6)) }),
      'b',
    ],
    ['in', numbers, (_) => ({ n: _.in([1, '2', null]) }), 'a none text'],
    [
      'eq of a regular expression, which only itself is',
      { a: { t: /^a/i }, b: { t: 'a' } },
      (_) => ({ t: _.eq(/^a/i) }),
      'a',
    ],
    ['in of one of the elements', lists, (_) => ({ l: _.in([3, 9]) }), 'b'],
    ['in of a regular expression', { a: { t: 'abc' }, b: { t: 'b' } }, (_) => ({ t: _.in([/^a/]) }), 'a'],
    ['nin', numbers, (_) => ({ n: _.nin([1, '2']) }), 'b c none'],
  ],
  logic: [
    ['and of conditions', numbers, (_) => _.and([{ n: _.gt(1) }, { n: _.lt(3) }]), 'b'],
    ['and of one field', numbers, (_) => ({ n: _.gt(1).and(_.lt(3)) }), 'b'],
    ['or of conditions', numbers, (_) => _.or([{ n: 1 }, { n: '2' }]), 'a text'],
    ['or of one field', numbers, (_) => ({ n: _.eq(1).or(_.eq(3)) }), 'a c'],
    ['gt and lt of one field', numbers, (_) => ({ n: _.gt(1).lt(3) }), 'b'],
    ['gte and lte of one field', numbers, (_) => ({ n: _.gte(2).lte(2) }), 'b'],
    ['lt and gt of one field', numbers, (_) => ({ n: _.lt(3).gt(1) }), 'b'],
    ['lte and gte of one field', numbers, (_) => ({ n: _.lte(2).gte(2) }), 'b'],
    ['in and eq of one field', numbers, (_) => ({ n: _.in([1, 2]).eq(2) }), 'b'],
    ['in and neq of one field', numbers, (_) => ({ n: _.in([1, 2]).neq(2) }), 'a'],
    ['neq and in of one field', numbers, (_) => ({ n: _.neq(2).in([1, 2]) }), 'a'],
    ['neq and nin of one field', numbers, (_) => ({ n: _.neq(2).nin([1, '2', null]) }), 'c'],
    ['nor', numbers, (_) => _.nor([{ n: 1 }, { n: '2' }]), 'b c none'],
    ['not', numbers, (_) => ({ n: _.not(_.gt(1)) }), 'a none text'],
    ['not of a regular expression', { a: { t: 'abc' }, b: { t: 'b' } }, (_) => ({ t: _.not(/^a/) }), 'b'],
    ['expr', { a: { n: 1, m: 2 }, b: { n: 2, m: 1 } }, (_) => _.expr(_.aggregate.gt(['$n', '$m'])), 'b'],
    [
      'two ors of different fields, which the SDK makes one',
      { a: { x: 1, y: 1 }, b: { x: 1, y: 3 }, c: { x: 3, y: 3 } },
      (_) => ({ x: _.or(_.eq(1), _.eq(2)), y: _.or(_.eq(1), _.eq(2)) }),
      'a b',
    ],
  ],
  'fields and their types': [
    ['exists', { a: { n: null }, b: {} }, (_) => ({ n: _.exists(true) }), 'a'],
    ['exists not', { a: { n: null }, b: {} }, (_) => ({ n: _.exists(false) }), 'b'],
    ['exists in elements', rows, (_) => ({ 'rows.n': _.exists(true) }), 'a b d'],
    ['mod', { a: { n: 4 }, b: { n: 5 }, c: { n: '4' }, d: {} }, (_) => ({ n: _.mod(2, 0) }), 'a'],
    ['mod of a negative number', { a: { n: -4 }, b: { n: -5 } }, (_) => ({ n: _.mod(4, -1) }), 'b'],
    [
      'a regular expression',
      { a: { t: 'abc' }, b: { t: 'xabc' }, c: { t: 5 }, d: { t: ['no', 'ab'] } },
      () => ({ t: /^AB/i }),
      'a d',
    ],
    [
      'db.RegExp',
      { a: { t: 'abc' }, b: { t: 'x' } },
      (_, db) => ({ t: db.RegExp({ regexp: '^B|C$', options: 'i' }) }),
      'a',
    ],
    [
      'a regular expression that is stored',
      { a: { t: /^a/i }, b: { t: /^a/ }, c: { t: 'abc' } },
      () => ({ t: /^a/i }),
      'a c',
    ],
    [
      'a regular expression over lines',
      { a: { t: 'x\nabc' }, b: { t: 'x abc' } },
      (_, db) => ({ t: db.RegExp({ regexp: '^a.c$', options: 'ms' }) }),
      'a',
    ],
    [
      'a regular expression with operators',
      { a: { t: 'abc' }, b: { t: 'x' } },
      () => ({ t: { $regex: '^A', $options: 'i' } }),
      'a',
    ],
    [
      'a regular expression of whole characters',
      { a: { t: '😀中' }, b: { t: '😀😀😀' } },
      () => ({ t: /^.{2}$/ }),
      'a',
    ],
    [
      'a regular expression to the end of the last line',
      { a: { t: 'x\n' }, b: { t: 'x\ny' } },
      () => ({ t: /x$/ }),
      'a',
    ],
    [
      'a regular expression with an end in a class',
      { a: { t: 'x$' }, b: { t: 'x' } },
      () => ({ t: /x[$]|y\$/ }),
      'a',
    ],
    [
      'a regular expression with an escape that means nothing',
      { a: { t: 'a-b' } },
      () => ({ t: /a-b$/ }),
      'a',
    ],
    ['a field of an object', { a: { o: { x: 1, y: 2 } }, b: { o: { x: 2 } } }, () => ({ o: { x: 1 } }), 'a'],
    ['a field below an array', rows, () => ({ 'rows.k': 'y' }), 'a c'],
    ['a place in an array', rows, () => ({ 'rows.0.k': 'x' }), 'a b'],
    ['null below an array', rows, (_) => ({ 'rows.n': _.eq(null) }), 'c'],
    [
      'a server date',
      { a: { at: new Date(0) }, b: { at: new Date(9e14) } },
      (_, db) => ({ at: _.lt(db.serverDate({ offset: 1000 })) }),
      'a',
    ],
  ],
  arrays: [
    ['all', lists, (_) => ({ l: _.all([2]) }), 'a b one'],
    ['all of several', lists, (_) => ({ l: _.all([3, 2]) }), 'b'],
    [
      'all with elemMatch',
      rows,
      (_) => ({ rows: _.all([{ $elemMatch: { k: 'x', n: 1 } }, { $elemMatch: { k: 'y' } }]) }),
      'a',
    ],
    ['elemMatch of a document', rows, (_) => ({ rows: _.elemMatch({ k: 'x', n: _.gt(5) }) }), 'b'],
    ['elemMatch of a value', lists, (_) => ({ l: _.elemMatch({ $gt: 2, $lt: 4 }) }), 'b'],
    ['size', lists, (_) => ({ l: _.size(2) }), 'a'],
    ['size of nothing', lists, (_) => ({ l: _.size(0) }), 'empty'],
  ],
}
