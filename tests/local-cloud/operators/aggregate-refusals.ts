import type { SdkAggregate, SdkCommand } from '../../support/sdk-database'

export type AggregateRefusal = [
  name: string,
  pipeline: (started: SdkAggregate, _: SdkCommand) => SdkAggregate,
  message: RegExp,
]

export const aggregateRefusals: AggregateRefusal[] = [
  ['a division by zero', (all, { aggregate: $ }) => all.project({ v: $.divide(['$n', 0]) }), /divide/i],
  [
    'a value outside of all buckets',
    (all) => all.bucket({ groupBy: '$n', boundaries: [50, 60] }),
    /no default was specified/,
  ],
  ['buckets that do not rise', (all) => all.bucket({ groupBy: '$n', boundaries: [5, 1] }), /boundaries/],
  [
    'a range without end',
    (all, { aggregate: $ }) => all.project({ v: $.range([0, 1e12]) }),
    /\$range would use too much memory/,
  ],
  ['a limit of nothing', (all) => all.limit(0), /the limit must be positive/],
  ['a skip below nought', (all) => all.skip(-1), /non-negative/],
  ['an unwind of what is no path', (all) => all.unwind('list'), /should be prefixed with a '\$'/],
  ['a sample of nothing', (all) => all.sample({ size: 0 }), /positive/],
  ['a group without an id', (all) => all.group({ n: 1 }), /_id/],
  ['an order that is neither up nor down', (all) => all.sort({ n: 2 }), /neither 1 nor -1/],
  ['a variable that is not there', (all) => all.project({ v: '$$nothing' }), /undefined variable/],
  ['geoNear', (all) => all.geoNear({ near: { longitude: 1, latitude: 2 }, distanceField: 'd' }), /\$geoNear/],
  ['meta', (all, { aggregate: $ }) => all.project({ v: $.meta('textScore') }), /\$meta/],
  ['an object with toDecimal', (all) => all.project({ v: { $toDecimal: '$n' } }), /\$toDecimal/],
  ['an object with toObjectId', (all) => all.project({ v: { $toObjectId: '$n' } }), /\$toObjectId/],
  ['push outside of a group', (all, { aggregate: $ }) => all.project({ v: $.push('$n') }), /\$push/],
  [
    'a group with a field that is no accumulator',
    (all) => all.group({ _id: 1, n: 1 }),
    /'n' must be an accumulator/,
  ],
  [
    'a group with another operator',
    (all, { aggregate: $ }) => all.group({ _id: 1, n: $.abs('$n') }),
    /'\$abs'/,
  ],
  ['a lookup without a field', (all) => all.lookup({ from: 'series', as: 's' }), /\$lookup requires/],
  ['mod by zero', (all, { aggregate: $ }) => all.project({ v: $.mod(['$n', 0]) }), /can't \$mod by zero/],
  [
    'a logarithm of nought',
    (all, { aggregate: $ }) => all.project({ v: $.ln(0) }),
    /must be a positive number/,
  ],
  [
    'split by nothing',
    (all, { aggregate: $ }) => all.project({ v: $.split(['a', '']) }),
    /non-empty separator/,
  ],
  [
    'a year of a text',
    (all, { aggregate: $ }) => all.project({ v: $.year('2021') }),
    /\$year requires a date/,
  ],
  [
    'a size of what is not there',
    (all, { aggregate: $ }) => all.project({ v: $.size('$none') }),
    /must be an array/,
  ],
  [
    'half a character',
    (all, { aggregate: $ }) => all.project({ v: $.substrBytes(['é', 0, 1]) }),
    /continuation byte/,
  ],
  [
    'a date of a text that is none',
    (all, { aggregate: $ }) => all.project({ v: $.dateFromString({ dateString: 'soon' }) }),
    /Error parsing date string 'soon'/,
  ],
  [
    'a time zone that does not exist',
    (all, { aggregate: $ }) => all.project({ v: $.hour({ date: new Date(0), timezone: 'Nowhere' }) }),
    /unrecognized time zone identifier: "Nowhere"/,
  ],
  [
    'a format that does not exist',
    (all, { aggregate: $ }) => all.project({ v: $.dateToString({ date: new Date(0), format: '%q' }) }),
    /Invalid format character '%q'/,
  ],
  ['a range without a step', (all, { aggregate: $ }) => all.project({ v: $.range([0, 3, 0]) }), /\$range/],
]
