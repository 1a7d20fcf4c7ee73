import type { SdkCommand } from '../../support/sdk-database'

type Fields = Record<string, unknown>

/** What is stored as `i`, of which the conditions finds `y` in `rows`. */
export const projectedDocument = {
  a: 1,
  b: { x: 1, y: 2 },
  rows: [{ k: 'x', n: 1 }, { k: 'y', n: 2 }, { k: 'z' }],
  list: [1, 2, 3],
}

export const projectionCases: [name: string, projection: (_: SdkCommand) => Fields, given: Fields][] = [
  ['gives what is named, and the id', () => ({ a: true }), { _id: 'i', a: 1 }],
  ['gives what is named without the id', () => ({ a: true, _id: false }), { a: 1 }],
  ['gives all but what is named', () => ({ b: false, rows: false, list: false }), { _id: 'i', a: 1 }],
  ['gives all but the id', () => ({ _id: false, rows: false, b: false, list: false }), { a: 1 }],
  ['gives a field of an object', () => ({ 'b.x': true }), { _id: 'i', b: { x: 1 } }],
  [
    'leaves out a field of an object',
    () => ({ 'b.x': false, rows: false, list: false }),
    { _id: 'i', a: 1, b: { y: 2 } },
  ],
  ['gives a field of each element', () => ({ 'rows.n': true }), { _id: 'i', rows: [{ n: 1 }, { n: 2 }, {}] }],
  [
    'leaves out a field of each element',
    () => ({ 'rows.n': false, a: false, b: false, list: false }),
    { _id: 'i', rows: [{ k: 'x' }, { k: 'y' }, { k: 'z' }] },
  ],
  [
    'gives a part of an object and all of another',
    () => ({ 'b.y': 1, list: 1 }),
    { _id: 'i', b: { y: 2 }, list: [1, 2, 3] },
  ],
  [
    'slices more than there is',
    (_) => ({ list: _.project.slice([-5, 9]), a: true }),
    { _id: 'i', a: 1, list: [1, 2, 3] },
  ],
  [
    'slices what is no array not at all',
    (_) => ({ a: _.project.slice(1), list: true }),
    { _id: 'i', a: 1, list: [1, 2, 3] },
  ],
  ['gives nothing for a field that is not there', () => ({ nothing: true }), { _id: 'i' }],
  [
    'slices from the start',
    (_) => ({ list: _.project.slice(2), rows: true }),
    { _id: 'i', list: [1, 2], rows: projectedDocument.rows },
  ],
  ['slices from the end', (_) => ({ list: _.project.slice(-1), a: true }), { _id: 'i', a: 1, list: [3] }],
  ['slices from a place', (_) => ({ list: _.project.slice([1, 1]), a: true }), { _id: 'i', a: 1, list: [2] }],
  [
    'slices and gives all else',
    (_) => ({ list: _.project.slice(1) }),
    { _id: 'i', ...projectedDocument, list: [1] },
  ],
  [
    'gives the first element that matches',
    (_) => ({ rows: _.project.elemMatch({ n: { $gt: 1 } }) }),
    { _id: 'i', rows: [{ k: 'y', n: 2 }] },
  ],
  ['gives nothing where no element matches', (_) => ({ rows: _.project.elemMatch({ n: 9 }) }), { _id: 'i' }],
  [
    'gives the element that the condition found',
    () => ({ 'rows.$': true }),
    { _id: 'i', rows: [{ k: 'y', n: 2 }] },
  ],
]
