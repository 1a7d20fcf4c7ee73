import { distinct, equalityKey } from '../values/equality-key'
import { evaluate, isMissing, type Operator, refusal } from './evaluate'

type Lists = readonly (readonly unknown[])[]

/** Sets of what MongoDB calls equal, which mingo's are not for objects; in the order in which values are first met. */
export const setOperators = {
  $setUnion: orNull('$setUnion', [1, 1000], (lists) => distinct(lists.flat())),
  $setIntersection: orNull('$setIntersection', [1, 1000], ([first = [], ...others]) => {
    const sets = others.map(keysOf)
    return distinct(first).filter((value) => sets.every((set) => set.has(equalityKey(value))))
  }),
  $setDifference: orNull('$setDifference', [2, 2], ([first = [], second = []]) => {
    const without = keysOf(second)
    return distinct(first).filter((value) => !without.has(equalityKey(value)))
  }),
  $setEquals: ofLists('$setEquals', [2, 1000], (lists) => {
    const [first = new Set<string>(), ...others] = lists.map(keysOf)
    return others.every((set) => set.size === first.size && isWithin(set, first))
  }),
  $setIsSubset: ofLists('$setIsSubset', [2, 2], ([first = [], second = []]) =>
    isWithin(keysOf(first), keysOf(second)),
  ),
}

const keysOf = (list: readonly unknown[]): Set<string> => new Set(list.map(equalityKey))

const isWithin = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].every((key) => other.has(key))

function ofLists(
  name: string,
  counts: readonly [number, number],
  judge: (lists: Lists) => boolean,
): Operator {
  return (document, expression, options) => {
    const lists = evaluate(name, counts, document, expression, options)
    if (!lists.every(Array.isArray)) throw refusal(`All operands of ${name} must be arrays.`)
    return judge(lists as Lists)
  }
}

/** Where one of the lists is null or missing, so is the set. */
function orNull(
  name: string,
  counts: readonly [number, number],
  make: (lists: Lists) => unknown[],
): Operator {
  return (document, expression, options) => {
    const lists = evaluate(name, counts, document, expression, options)
    if (lists.some(isMissing)) return null
    if (!lists.every(Array.isArray)) throw refusal(`All operands of ${name} must be arrays.`)
    return make(lists as Lists)
  }
}
