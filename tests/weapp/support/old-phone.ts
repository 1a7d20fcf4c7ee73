/**
 * What came into JavaScript after ES2018, which is what iOS 11.3 has. `Intl` is older, but Android's WeChat lacks it;
 * WebAssembly and shared memory are not for mini-programs.
 */
const newerGlobals = [
  'Intl',
  'WebAssembly',
  'SharedArrayBuffer',
  'Atomics',
  'BigInt',
  'BigInt64Array',
  'BigUint64Array',
  'WeakRef',
  'FinalizationRegistry',
  'AggregateError',
  'Iterator',
  'globalThis',
]

const newerMembers = {
  Object: ['fromEntries', 'hasOwn', 'groupBy'],
  Map: ['groupBy'],
  Promise: ['allSettled', 'any', 'withResolvers', 'try'],
  Array: ['fromAsync'],
  'Array.prototype': [
    'flat',
    'flatMap',
    'at',
    'findLast',
    'findLastIndex',
    'toReversed',
    'toSorted',
    'toSpliced',
    'with',
  ],
  'String.prototype': [
    'trimStart',
    'trimEnd',
    'trimLeft',
    'trimRight',
    'matchAll',
    'replaceAll',
    'at',
    'isWellFormed',
    'toWellFormed',
  ],
  'Set.prototype': [
    'union',
    'intersection',
    'difference',
    'symmetricDifference',
    'isSubsetOf',
    'isSupersetOf',
    'isDisjointFrom',
  ],
}

/** A script that makes of a new `vm` context what an old phone has. Whoever reaches for more fails, as there. */
export const makeOldPhone = [
  ...Object.entries(newerMembers).flatMap(([owner, names]) => names.map((name) => `delete ${owner}.${name}`)),
  ...newerGlobals.map((name) => `delete this.${name}`),
].join(';')
