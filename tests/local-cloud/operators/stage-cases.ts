import type { SdkAggregate, SdkCommand } from '../../support/sdk-database'

/** What the stages begin with, in this order. */
export const stagedDocuments = {
  a: { g: 'x', n: 1, list: [1, 2] },
  b: { g: 'x', n: 3, list: [] },
  c: { g: 'y', n: 12, list: '' },
}

export type StageCase = [
  name: string,
  pipeline: (started: SdkAggregate, _: SdkCommand) => SdkAggregate,
  list: unknown[],
]

export const stageCases: StageCase[] = [
  [
    'addFields',
    (all, { aggregate: $ }) =>
      all
        .addFields({ m: $.add(['$n', 1]), 'o.x': '$g' })
        .project({ m: 1, o: 1 })
        .limit(1),
    [{ _id: 'a', m: 2, o: { x: 'x' } }],
  ],
  [
    'bucket, without what is empty',
    (all) => all.bucket({ groupBy: '$n', boundaries: [0, 2, 5, 9], default: 'more' }),
    [
      { _id: 0, count: 1 },
      { _id: 2, count: 1 },
      { _id: 'more', count: 1 },
    ],
  ],
  [
    'bucket with an output',
    (all, { aggregate: $ }) =>
      all.bucket({ groupBy: '$n', boundaries: [0, 20], output: { sum: $.sum('$n') } }),
    [{ _id: 0, sum: 16 }],
  ],
  [
    'bucketAuto',
    (all) => all.bucketAuto({ groupBy: '$n', buckets: 2 }),
    [
      { _id: { min: 1, max: 12 }, count: 2 },
      { _id: { min: 12, max: 12 }, count: 1 },
    ],
  ],
  ['count', (all) => all.count('total'), [{ total: 3 }]],
  [
    'group of everything',
    (all, { aggregate: $ }) => all.group({ _id: null, sum: $.sum('$n') }),
    [{ _id: null, sum: 16 }],
  ],
  [
    'group by a missing field',
    (all, { aggregate: $ }) => all.group({ _id: '$missing', sum: $.sum('$n') }),
    [{ _id: null, sum: 16 }],
  ],
  [
    'group by several fields',
    (all, { aggregate: $ }) => all.group({ _id: { g: '$g' }, sum: $.sum('$n') }).sort({ _id: 1 }),
    [
      { _id: { g: 'x' }, sum: 4 },
      { _id: { g: 'y' }, sum: 12 },
    ],
  ],
  ['limit', (all) => all.limit(1).project({ n: 1 }), [{ _id: 'a', n: 1 }]],
  ['match', (all, _) => all.match({ n: _.gt(1), g: 'x' }).project({ n: 1 }), [{ _id: 'b', n: 3 }]],
  [
    'match after another stage',
    (all, _) => all.group({ _id: '$g', sum: _.aggregate.sum('$n') }).match({ sum: _.gt(4) }),
    [{ _id: 'y', sum: 12 }],
  ],
  ['project with and without', (all) => all.project({ _id: false, g: true }).limit(1), [{ g: 'x' }]],
  ['project without', (all) => all.project({ list: 0, g: 0 }).limit(1), [{ _id: 'a', n: 1 }]],
  ['replaceRoot', (all) => all.replaceRoot({ newRoot: { v: '$n' } }).limit(1), [{ v: 1 }]],
  [
    'sample of all',
    (all) => all.sample({ size: 10 }).sort({ _id: 1 }).project({ n: 1 }),
    [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 3 },
      { _id: 'c', n: 12 },
    ],
  ],
  ['skip', (all) => all.skip(2).project({ n: 1 }), [{ _id: 'c', n: 12 }]],
  [
    'sort',
    (all) => all.sort({ g: -1, n: -1 }).project({ n: 1 }),
    [
      { _id: 'c', n: 12 },
      { _id: 'b', n: 3 },
      { _id: 'a', n: 1 },
    ],
  ],
  [
    'sort after another stage',
    (all) => all.project({ n: 1 }).sort({ n: -1 }).limit(1),
    [{ _id: 'c', n: 12 }],
  ],
  [
    'sortByCount',
    (all) => all.sortByCount('$g'),
    [
      { _id: 'x', count: 2 },
      { _id: 'y', count: 1 },
    ],
  ],
  [
    'unwind',
    (all) => all.unwind('$list').project({ list: 1 }),
    [
      { _id: 'a', list: 1 },
      { _id: 'a', list: 2 },
      { _id: 'c', list: '' },
    ],
  ],
  [
    'unwind with places and what is empty',
    (all) =>
      all
        .match({ g: 'x' })
        .unwind({ path: '$list', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })
        .project({ list: 1, at: 1 }),
    [
      { _id: 'a', list: 1, at: 0 },
      { _id: 'a', list: 2, at: 1 },
      { _id: 'b', at: null },
    ],
  ],
  ['count of nothing', (all) => all.match({ n: -1 }).count('total'), []],
  ['bucketAuto of nothing', (all) => all.match({ n: -1 }).bucketAuto({ groupBy: '$n', buckets: 2 }), []],
  [
    'bucketAuto with an output',
    (all, { aggregate: $ }) =>
      all.bucketAuto({ groupBy: '$n', buckets: 1, output: { all: $.push('$g'), sum: $.sum('$n') } }),
    [{ _id: { min: 1, max: 12 }, all: ['x', 'x', 'y'], sum: 16 }],
  ],
  [
    'group of what is missing and what is null',
    (all, { aggregate: $ }) =>
      all.addFields({ v: $.cond([$.eq(['$n', 1]), null, '$missing']) }).group({ _id: '$v', count: $.sum(1) }),
    [{ _id: null, count: 3 }],
  ],
  [
    'sortByCount of an expression',
    (all, { aggregate: $ }) => all.sortByCount($.gt(['$n', 2])),
    [
      { _id: true, count: 2 },
      { _id: false, count: 1 },
    ],
  ],
  [
    'project of an object in an object',
    (all, { aggregate: $ }) => all.limit(1).project({ o: { sum: $.add(['$n', 1]), list: 1 } }),
    [{ _id: 'a', o: { sum: 2 } }],
  ],
  [
    'lookup by a field that is an array',
    (all) =>
      all
        .limit(1)
        .lookup({ from: 'things', localField: 'list', foreignField: 'n', as: 'o.joined' })
        .project({ 'o.joined._id': 1 }),
    [{ _id: 'a', o: { joined: [{ _id: 'a' }] } }],
  ],
  [
    'lookup by a field and a pipeline, which has what the field found',
    (all, { aggregate: $ }) =>
      all
        .limit(1)
        .lookup({
          from: 'things',
          localField: 'g',
          foreignField: 'g',
          pipeline: $.pipeline()
            .group({ _id: null, sum: $.sum('$n') })
            .done(),
          as: 'joined',
        })
        .project({ joined: 1 }),
    [{ _id: 'a', joined: [{ _id: null, sum: 4 }] }],
  ],
]
