/** Three-way: what either side added is in, what either side took out is out. `keyOf` says which entries are the same. */
export function mergeLists<Entry>(
  base: readonly Entry[],
  ours: readonly Entry[],
  theirs: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Entry[] {
  const keysOf = (entries: readonly Entry[]) => new Set(entries.map(keyOf))
  const [inBase, inOurs, inTheirs] = [keysOf(base), keysOf(ours), keysOf(theirs)]
  return [
    ...theirs.filter((entry) => inOurs.has(keyOf(entry)) || !inBase.has(keyOf(entry))),
    ...ours.filter((entry) => !inTheirs.has(keyOf(entry)) && !inBase.has(keyOf(entry))),
  ]
}
