import type { SdkCommand } from '../../support/sdk-database'

type Fields = Record<string, unknown>

/** What is stored, how it is updated, and what is then stored; `where` finds it, else its id. */
export type UpdateCase = [
  name: string,
  before: Fields,
  data: (_: SdkCommand) => Fields,
  after: Fields,
  where?: Fields,
]

export const updateCases: Record<string, UpdateCase[]> = {
  'a field': [
    ['is set', { n: 1 }, () => ({ n: 2, t: 'x' }), { n: 2, t: 'x' }],
    ['is merged when it is an object', { o: { x: 1, y: 1 } }, () => ({ o: { x: 2 } }), { o: { x: 2, y: 1 } }],
    ['is replaced by set', { o: { x: 1, y: 1 } }, (_) => ({ o: _.set({ x: 2 }) }), { o: { x: 2 } }],
    ['is emptied by set', { o: { x: 1 } }, (_) => ({ o: _.set({}) }), { o: {} }],
    ['is made with the objects on its way', {}, () => ({ 'a.b.c': 1 }), { a: { b: { c: 1 } } }],
    ['is removed', { n: 1, t: 'x' }, (_) => ({ n: _.remove() }), { t: 'x' }],
    ['is removed within an object', { o: { x: 1, y: 1 } }, (_) => ({ 'o.x': _.remove() }), { o: { y: 1 } }],
    ['that is not there is removed without a change', { n: 1 }, (_) => ({ 'x.y': _.remove() }), { n: 1 }],
    ['is renamed', { n: 1 }, (_) => ({ n: _.rename('m') }), { m: 1 }],
    [
      'is renamed into an object, over what was there',
      { n: 1, o: { m: 2 } },
      (_) => ({ n: _.rename('o.m') }),
      { o: { m: 1 } },
    ],
    ['that is not there is renamed without a change', { n: 1 }, (_) => ({ x: _.rename('y') }), { n: 1 }],
    ['takes a date', {}, () => ({ at: new Date(5) }), { at: new Date(5) }],
    ['takes a list', { l: [1] }, () => ({ l: [{ x: 1 }, null] }), { l: [{ x: 1 }, null] }],
    ['takes null', { n: 1 }, () => ({ n: null }), { n: null }],
  ],
  'a number': [
    ['is added to', { n: 1 }, (_) => ({ n: _.inc(4) }), { n: 5 }],
    ['is added to within an object', { o: { n: 1 } }, (_) => ({ o: { n: _.inc(-4) } }), { o: { n: -3 } }],
    ['that is not there is added to nought', {}, (_) => ({ 'o.n': _.inc(4) }), { o: { n: 4 } }],
    ['is multiplied', { n: 3 }, (_) => ({ n: _.mul(1.5) }), { n: 4.5 }],
    ['that is not there is nought times anything', {}, (_) => ({ n: _.mul(4) }), { n: 0 }],
    ['is raised by max', { n: 1 }, (_) => ({ n: _.max(4) }), { n: 4 }],
    ['is left by a lower max', { n: 1 }, (_) => ({ n: _.max(0) }), { n: 1 }],
    ['is lowered by min', { n: 1 }, (_) => ({ n: _.min(-4) }), { n: -4 }],
    ['is left by a higher min', { n: 1 }, (_) => ({ n: _.min(4) }), { n: 1 }],
    ['that is not there is made by max and min', {}, (_) => ({ n: _.max(4), m: _.min(5) }), { n: 4, m: 5 }],
    [
      'is higher than null and lower than a text',
      { n: 1, m: 1 },
      (_) => ({ n: _.max('a'), m: _.min(null) }),
      { n: 'a', m: null },
    ],
    ['has its bits and-ed', { n: 13 }, (_) => ({ n: _.bit({ and: 10 }) }), { n: 8 }],
    [
      'has its bits or-ed beyond 32 of them',
      { n: 2 ** 40 },
      (_) => ({ n: _.bit({ or: 5 }) }),
      { n: 2 ** 40 + 5 },
    ],
    ['has its bits xor-ed', { n: 1 }, (_) => ({ n: _.bit({ xor: 5 }) }), { n: 4 }],
  ],
  'an array': [
    ['is pushed to', { l: [1] }, (_) => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
    ['is pushed one value', { l: [1] }, (_) => ({ l: _.push({ k: 1 }) }), { l: [1, { k: 1 }] }],
    ['that is not there is made by push', {}, (_) => ({ l: _.push([1]) }), { l: [1] }],
    [
      'is pushed to in a place',
      { l: [1, 2] },
      (_) => ({ l: _.push({ each: [9], position: 1 }) }),
      { l: [1, 9, 2] },
    ],
    [
      'is pushed to in a place from the end',
      { l: [1, 2] },
      (_) => ({ l: _.push({ each: [9], position: -1 }) }),
      { l: [1, 9, 2] },
    ],
    ['is sorted', { l: [3, 1] }, (_) => ({ l: _.push({ each: [2], sort: -1 }) }), { l: [3, 2, 1] }],
    [
      'is sorted by several fields',
      {
        l: [
          { x: 1, y: 1 },
          { x: 1, y: 2 },
        ],
      },
      (_) => ({ l: _.push({ each: [{ x: 0, y: 0 }], sort: { x: 1, y: -1 } }) }),
      {
        l: [
          { x: 0, y: 0 },
          { x: 1, y: 2 },
          { x: 1, y: 1 },
        ],
      },
    ],
    [
      'is cut after what is pushed',
      { l: [1, 2, 3] },
      (_) => ({ l: _.push({ each: [4], slice: 2 }) }),
      { l: [1, 2] },
    ],
    ['is cut to its end', { l: [1, 2, 3] }, (_) => ({ l: _.push({ each: [4], slice: -2 }) }), { l: [3, 4] }],
    [
      'that is not there is sorted and cut as well',
      {},
      (_) => ({ l: _.push({ each: [3, 1, 2], sort: 1, slice: 2 }) }),
      { l: [1, 2] },
    ],
    ['is cut to nothing', { l: [1] }, (_) => ({ l: _.push({ each: [], slice: 0 }) }), { l: [] }],
    ['has a value put first', { l: [1] }, (_) => ({ l: _.unshift([8, 9]) }), { l: [8, 9, 1] }],
    ['loses its last element', { l: [1, 2] }, (_) => ({ l: _.pop() }), { l: [1] }],
    ['loses its first element', { l: [1, 2] }, (_) => ({ l: _.shift() }), { l: [2] }],
    ['that is not there loses nothing', { n: 1 }, (_) => ({ l: _.pop() }), { n: 1 }],
    ['loses a value', { l: [1, 2, 1] }, (_) => ({ l: _.pull(1) }), { l: [2] }],
    ['loses what a condition finds', { l: [1, 2, 3, 'x'] }, (_) => ({ l: _.pull(_.gt(1)) }), { l: [1, 'x'] }],
    [
      'loses the elements that a condition finds',
      { l: [{ k: 'x', n: 1 }, { k: 'y' }, 5] },
      (_) => ({ l: _.pull({ k: 'x' }) }),
      { l: [{ k: 'y' }, 5] },
    ],
    ['loses what an expression finds', { l: ['ab', 'b'] }, (_) => ({ l: _.pull(/^a/) }), { l: ['b'] }],
    ['loses several values', { l: [1, 2, 1, 3] }, (_) => ({ l: _.pullAll([1, 3]) }), { l: [2] }],
    [
      'is a set to addToSet, of objects too',
      { l: [{ x: 1 }, 2, 2] },
      (_) => ({ l: _.addToSet({ x: 1 }) }),
      { l: [{ x: 1 }, 2, 2] },
    ],
    [
      'takes each new value of several once',
      { l: [1] },
      (_) => ({ l: _.addToSet({ $each: [1, 2, 2] }) }),
      { l: [1, 2] },
    ],
    ['that is not there is made by addToSet', {}, (_) => ({ l: _.addToSet(1) }), { l: [1] }],
    ['has an element set by its place', { l: [1, 2] }, () => ({ 'l.1': 7 }), { l: [1, 7] }],
    [
      'has a field set in an element',
      { rows: [{ s: 1 }, { s: 1, t: 1 }] },
      () => ({ 'rows.1.s': 2 }),
      { rows: [{ s: 1 }, { s: 2, t: 1 }] },
    ],
    [
      'has a field set in an element far into it, where the condition finds it',
      { rows: Array(18).fill({ state: 'pending' }) },
      () => ({ 'rows.17.state': 'sent' }),
      { rows: [...Array(17).fill({ state: 'pending' }), { state: 'sent' }] },
      { _id: 'a', 'rows.17.state': 'pending' },
    ],
    ['is filled with null up to a place', { l: [1] }, () => ({ 'l.3': 7 }), { l: [1, null, null, 7] }],
    ['is filled with null before an object', { l: [] }, () => ({ 'l.1.x': 7 }), { l: [null, { x: 7 }] }],
    [
      'keeps its length when an element is removed',
      { l: [1, 2, 3] },
      (_) => ({ 'l.1': _.remove() }),
      { l: [1, null, 3] },
    ],
    ['is an object where a place of nothing is set', {}, () => ({ 'l.1': 7 }), { l: { 1: 7 } }],
    [
      'has the element changed that the condition found',
      { rows: [{ k: 'x' }, { k: 'y' }] },
      () => ({ 'rows.$.n': 1 }),
      { rows: [{ k: 'x' }, { k: 'y', n: 1 }] },
      { 'rows.k': 'y' },
    ],
    [
      'has the element changed that elemMatch found',
      {
        rows: [
          { k: 'x', n: 1 },
          { k: 'x', n: 5 },
        ],
      },
      (_) => ({ 'rows.$.n': _.inc(1) }),
      {
        rows: [
          { k: 'x', n: 1 },
          { k: 'x', n: 6 },
        ],
      },
      { _id: 'a', rows: { $elemMatch: { k: 'x', n: { $gt: 2 } } } },
    ],
    [
      'has all elements changed',
      { rows: [{ n: 1 }, { n: 2 }] },
      (_) => ({ 'rows.$[].n': _.inc(1) }),
      { rows: [{ n: 2 }, { n: 3 }] },
    ],
  ],
}
