/** Whether two values of JSON are the same, in whatever order their fields stand. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [ours, theirs] = [Object.entries(one), new Map(Object.entries(other))]
  return (
    ours.length === theirs.size &&
    ours.every(([name, value]) => theirs.has(name) && isSameValue(value, theirs.get(name)))
  )
}
