/**
 * The order of the `members` after two sides changed one: the side that moved something decides, ours where both did;
 * what only the other side has stands after what it stood after there.
 */
export function mergeOrder<T>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
  members: ReadonlySet<T>,
): T[] {
  const [first, second] = hasMoved(base, ours) ? [ours, theirs] : [theirs, ours]
  const merged = first.filter((entry) => members.has(entry))
  const placed = new Set(merged)
  second.forEach((entry, index) => {
    if (!members.has(entry) || placed.has(entry)) return
    merged.splice(placeFor(merged, second, index), 0, entry)
    placed.add(entry)
  })
  return merged
}

function hasMoved<T>(base: readonly T[], ours: readonly T[]): boolean {
  const [before, after] = [new Set(base), new Set(ours)]
  const stayed = base.filter((entry) => after.has(entry))
  return ours.filter((entry) => before.has(entry)).some((entry, index) => entry !== stayed[index])
}

/** After the nearest one before it that is placed, else before the nearest one after it, else at the end. */
function placeFor<T>(merged: readonly T[], order: readonly T[], index: number): number {
  for (let before = index - 1; before >= 0; before -= 1) {
    const place = merged.indexOf(order[before] as T)
    if (place >= 0) return place + 1
  }
  for (let after = index + 1; after < order.length; after += 1) {
    const place = merged.indexOf(order[after] as T)
    if (place >= 0) return place
  }
  return merged.length
}
