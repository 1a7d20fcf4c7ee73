import type { SdkCommand, SdkDatabase } from '../../support/sdk-database'

export type QueryRefusal = [name: string, where: (_: SdkCommand, db: SdkDatabase) => unknown, message: RegExp]

export const queryRefusals: QueryRefusal[] = [
  ['a mod by zero', (_) => ({ n: _.mod(0, 0) }), /divisor cannot be 0/],
  ['a size that is no whole number', (_) => ({ n: _.size(1.5) }), /\$size must be a whole number/],
  ['an in without a list', () => ({ n: { $in: 5 } }), /\$in needs an array/],
  ['an all without a list', () => ({ n: { $all: 5 } }), /\$all needs an array/],
  [
    'a regular expression that is none',
    (_, db) => ({ n: db.RegExp({ regexp: '(' }) }),
    /Regular expression is invalid/,
  ],
  ['a flag that only PCRE has', (_, db) => ({ n: db.RegExp({ regexp: 'a', options: 'x' }) }), /The option x/],
  ['what only PCRE has', (_, db) => ({ n: db.RegExp({ regexp: '\\Aa' }) }), /\\A in a regular expression/],
  [
    'a class that JavaScript closes earlier',
    (_, db) => ({ n: db.RegExp({ regexp: '[]a]' }) }),
    /\[\] in a regular expression/,
  ],
  ['an operator that does not exist', () => ({ n: { $resembles: 1 } }), /\$resembles/],
  ['code', () => ({ $where: 'true' }), /\$where/],
  [
    'geoNear',
    (_, { Geo }) => ({ p: _.geoNear({ geometry: new Geo.Point(1, 2), maxDistance: 5 }) }),
    /\$nearSphere/,
  ],
  [
    'geoWithin',
    (_, { Geo }) => ({ p: _.geoWithin({ centerSphere: [new Geo.Point(1, 2), 5] }) }),
    /\$geoWithin/,
  ],
  [
    'geoIntersects',
    (_, { Geo }) => ({ p: _.geoIntersects({ geometry: new Geo.Point(1, 2) }) }),
    /\$geoIntersects/,
  ],
  ['jsonSchema', (_) => _.jsonSchema({ required: ['n'] }), /\$jsonSchema/],
  ['text', (_) => _.text({ search: 'a' }), /\$search/],
  [
    'eq and then geoNear',
    (_, { Geo }) => ({ p: _.eq(1).geoNear({ geometry: new Geo.Point(1, 2) }) }),
    /\$nearSphere/,
  ],
  [
    'eq and then geoWithin',
    (_, { Geo }) => ({ p: _.eq(1).geoWithin({ centerSphere: [new Geo.Point(1, 2), 5] }) }),
    /\$geoWithin/,
  ],
  [
    'eq and then geoIntersects',
    (_, { Geo }) => ({ p: _.eq(1).geoIntersects({ geometry: new Geo.Point(1, 2) }) }),
    /\$geoIntersects/,
  ],
]
