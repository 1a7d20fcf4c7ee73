import type { SdkCommand } from '../../support/sdk-database'

export const refusedDocument = { n: 1, t: 'x', l: [1, 2], o: { x: 1 }, nothing: null, rows: [{ k: 'x' }] }

export type UpdateRefusal = [name: string, data: (_: SdkCommand) => Record<string, unknown>, message: RegExp]

/** Updates of `refusedDocument`. */
export const updateRefusals: UpdateRefusal[] = [
  [
    'inc of a text',
    (_) => ({ t: _.inc(1) }),
    /Cannot apply \$inc to a value of non-numeric type. {_id: "a"} has the field 't' of non-numeric type string/,
  ],
  ['inc of null', (_) => ({ nothing: _.inc(1) }), /Cannot apply \$inc .* of non-numeric type null/],
  ['inc by a text', (_) => ({ n: _.inc('1') }), /Cannot increment with non-numeric argument: {n: "1"}/],
  ['mul of a text', (_) => ({ t: _.mul(2) }), /Cannot apply \$mul to a value of non-numeric type/],
  ['mul by a text', (_) => ({ n: _.mul('2') }), /Cannot multiply with non-numeric argument/],
  ['a number beyond 2^53', (_) => ({ n: _.inc(2 ** 53 - 1) }), /beyond 2\^53/],
  ['bit of a text', (_) => ({ t: _.bit({ and: 1 }) }), /Cannot apply \$bit to a value of non-integral type/],
  [
    'bit with another operation',
    (_) => ({ n: _.bit({ nand: 1 }) }),
    /only supports 'and', 'or', and 'xor', not 'nand'/,
  ],
  ['bit with no whole number', (_) => ({ n: _.bit({ and: 1.5 }) }), /must be an Integer/],
  ['bit without an operation', (_) => ({ n: _.bit(5) }), /The \$bit modifier is not compatible with a int/],
  [
    'push to a text',
    (_) => ({ t: _.push([1]) }),
    /The field 't' must be an array but is of type string in document {_id: "a"}/,
  ],
  ['push to null', (_) => ({ nothing: _.push([1]) }), /must be an array but is of type null/],
  [
    'push with a slice that is no number',
    (_) => ({ l: _.push({ each: [], slice: 'x' }) }),
    /The value for \$slice must be an integer value/,
  ],
  [
    'push with a position that is no number',
    (_) => ({ l: _.push({ each: [], position: 1.5 }) }),
    /The value for \$position must be an integer value/,
  ],
  [
    'push with another order',
    (_) => ({ l: _.push({ each: [], sort: 2 }) }),
    /The \$sort element value must be either 1 or -1/,
  ],
  [
    'addToSet to a text',
    (_) => ({ t: _.addToSet(1) }),
    /Cannot apply \$addToSet to non-array field. Field named 't' has non-array type string/,
  ],
  ['pop of a text', (_) => ({ t: _.pop() }), /Path 't' contains an element of non-array type 'string'/],
  ['pull from a text', (_) => ({ t: _.pull(1) }), /Cannot apply \$pull to a non-array value/],
  ['a field within a number', () => ({ 'n.x': 1 }), /Cannot create field 'x' in element {n: 1}/],
  ['a field within null', () => ({ 'nothing.x': 1 }), /Cannot create field 'x' in element {nothing: null}/],
  ['a field of an array', () => ({ 'l.x': 1 }), /Cannot create field 'x' in element {l: \[1,2\]}/],
  [
    'a field of every element without saying so',
    () => ({ 'rows.k': 1 }),
    /Cannot create field 'k' in element {rows:/,
  ],
  [
    'a place far beyond the end',
    () => ({ 'l.1500004': 1 }),
    /can't backfill array to larger than 1500000 elements/,
  ],
  ['a place beyond all numbers', () => ({ 'l.99999999999999999999': 1 }), /can't backfill array/],
  [
    'two changes of one field',
    (_) => ({ 'o.x': 1, o: _.set({}) }),
    /Updating the path '.*' would create a conflict at 'o/,
  ],
  ['a rename onto what is changed', (_) => ({ n: _.rename('m'), m: 1 }), /would create a conflict at 'm'/],
  [
    'a rename to itself',
    (_) => ({ n: _.rename('n') }),
    /The source and target field for \$rename must differ/,
  ],
  ['a rename to a number', (_) => ({ n: _.rename(5) }), /The 'to' field for \$rename must be a string/],
  [
    'a rename of an element',
    (_) => ({ 'l.0': _.rename('m') }),
    /The source field cannot be an array element, 'l.0' in doc with {_id: "a"} has an array field called 'l'/,
  ],
  [
    'a rename to an element',
    (_) => ({ n: _.rename('l.0') }),
    /The destination field cannot be an array element/,
  ],
  ['an empty name', () => ({ 'o.': 1 }), /contains an empty field name/],
  [
    'a name with a dollar',
    () => ({ 'o.$x': 1 }),
    /The dollar \(\$\) prefixed field '\$x' in 'o.\$x' is not valid for storage/,
  ],
  [
    'a positional path without a condition on it',
    () => ({ 'rows.$.k': 1 }),
    /The positional operator did not find the match needed from the query/,
  ],
  [
    'all elements of what is no array',
    () => ({ 'n.$[].k': 1 }),
    /Cannot apply array updates to non-array element {n: 1}/,
  ],
  [
    'elements by a filter, which the SDK cannot send',
    () => ({ 'rows.$[one].k': 1 }),
    /No array filter found for identifier 'one'/,
  ],
  ['an operator that does not exist', () => ({ $grow: { n: 1 } }), /Unknown modifier: \$grow/],
]
