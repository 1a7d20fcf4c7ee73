/**
 * What the oldest phones that WeChat runs on (iOS 11.3) lack of the JavaScript that the desk and the checks are written
 * in. Readers' pages do without it, and without these bytes.
 */
function add(owner: object, name: string, member: unknown): void {
  if (!(name in owner))
    Object.defineProperty(owner, name, { value: member, configurable: true, writable: true })
}

add(Array.prototype, 'flatMap', function flatMap<
  Item,
  Result,
>(this: Item[], map: (item: Item, index: number, items: Item[]) => Result | Result[]): Result[] {
  return this.reduce<Result[]>((all, item, index) => all.concat(map(item, index, this)), [])
})

add(Object, 'fromEntries', (entries: Iterable<readonly [string, unknown]>) => {
  const object: Record<string, unknown> = {}
  for (const [name, value] of entries) object[name] = value
  return object
})

add(String.prototype, 'matchAll', function* matchAll(this: string, pattern: RegExp) {
  const search = new RegExp(pattern.source, pattern.flags)
  search.lastIndex = pattern.lastIndex
  for (let match = search.exec(this); match; match = search.exec(this)) {
    yield match
    // An empty match would be found again and again.
    if (match[0] === '') search.lastIndex += 1
  }
})
