type Fields = Record<string, unknown>
type Parent = Fields | unknown[]

/**
 * MongoDB's updates written down as simply as can be, to compare with; `null` where an update is refused. Of values only
 * what the randomised test makes: numbers, texts, null, booleans, arrays and objects.
 */
export function naiveUpdate(before: Fields, modifier: Record<string, Fields>): Fields | null {
  const document = structuredClone(before)
  const changes = Object.entries(modifier).flatMap(([operator, fields]) =>
    Object.entries(fields).map(([path, operand]) => ({ operator, path, operand })),
  )
  const touched = changes.flatMap(({ operator, path, operand }) =>
    operator === '$rename' ? [path, String(operand)] : [path],
  )
  if (touched.some((one, at) => touched.some((other, to) => at !== to && `${other}.`.startsWith(`${one}.`))))
    return null
  try {
    for (const { operator, path, operand } of changes) apply(document, operator, path, operand)
    return document
  } catch (cause) {
    if (cause === REFUSED) return null
    throw cause
  }
}

const REFUSED = new Error('refused')
const refuse = (): never => {
  throw REFUSED
}

function apply(document: Fields, operator: string, path: string, operand: unknown): void {
  if (operator === '$rename') {
    rename(document, path, String(operand))
    return
  }
  const made = ['$set', '$inc', '$mul', '$min', '$max', '$push', '$addToSet'].includes(operator)
  const place = find(document, path, made)
  if (!place) return
  const { parent, name } = place
  const current = get(parent, name)
  if (operator === '$unset') {
    if (Array.isArray(parent)) {
      if (Number(name) < parent.length) parent[Number(name)] = null
    } else delete parent[name]
    return
  }
  if (!made && current === undefined) return
  put(parent, name, changed(operator, current, operand))
}

function changed(operator: string, current: unknown, operand: unknown): unknown {
  switch (operator) {
    case '$set':
      return operand
    case '$inc':
      return numberOf(current) + Number(operand)
    case '$mul':
      return numberOf(current) * Number(operand)
    case '$min':
      return current === undefined || order(operand, current) < 0 ? operand : current
    case '$max':
      return current === undefined || order(operand, current) > 0 ? operand : current
    case '$push': {
      const { $each = [operand], $position, $slice } = clauses(operand)
      const all = [...listOf(current)]
      all.splice(($position as number) ?? all.length, 0, ...($each as unknown[]))
      const slice = $slice as number | undefined
      if (slice === undefined) return all
      return slice < 0 ? all.slice(slice) : all.slice(0, slice)
    }
    case '$addToSet': {
      const all = [...listOf(current)]
      for (const value of (clauses(operand).$each as unknown[]) ?? [operand])
        if (!all.some((other) => same(other, value))) all.push(value)
      return all
    }
    case '$pop':
      return operand === 1 ? listOf(current).slice(0, -1) : listOf(current).slice(1)
    case '$pull':
      return listOf(current).filter((item) => !isPulled(item, operand))
    case '$pullAll':
      return listOf(current).filter((item) => !(operand as unknown[]).some((value) => same(item, value)))
    default:
      throw new Error(operator)
  }
}

function rename(document: Fields, from: string, to: string): void {
  const source = find(document, from, false)
  const value = source && get(source.parent, source.name)
  if (!source || value === undefined) return
  for (const path of [from, to]) {
    const names = path.split('.').slice(0, -1)
    let inner: unknown = document
    for (const name of names) {
      inner = typeof inner === 'object' && inner !== null ? get(inner as Parent, name) : undefined
      if (Array.isArray(inner)) refuse()
    }
  }
  const target = find(document, to, true)
  delete (source.parent as Fields)[source.name]
  if (target) put(target.parent, target.name, value)
}

function find(document: Fields, path: string, made: boolean): { parent: Parent; name: string } | null {
  const names = path.split('.')
  const last = String(names.pop())
  let parent: Parent = document
  for (const name of names) {
    if (Array.isArray(parent) && !/^\d+$/.test(name)) return made ? refuse() : null
    if (get(parent, name) === undefined) {
      if (!made) return null
      put(parent, name, {})
    }
    const inner: unknown = get(parent, name)
    if (typeof inner !== 'object' || inner === null) return made ? refuse() : null
    parent = inner as Parent
  }
  if (Array.isArray(parent) && !/^\d+$/.test(last)) return made ? refuse() : null
  return { parent, name: last }
}

const get = (parent: Parent, name: string): unknown => (parent as Fields)[name]

function put(parent: Parent, name: string, value: unknown): void {
  if (Array.isArray(parent)) while (parent.length < Number(name)) parent.push(null)
  ;(parent as Fields)[name] = structuredClone(value)
}

/** Fields in another order are another document. */
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : refuse()
const numberOf = (value: unknown): number =>
  typeof value === 'number' ? value : value === undefined ? 0 : refuse()
const clauses = (operand: unknown): Fields =>
  typeof operand === 'object' && operand !== null && '$each' in operand ? (operand as Fields) : {}

function isPulled(item: unknown, operand: unknown): boolean {
  if (typeof operand !== 'object' || operand === null) return same(item, operand)
  if ('$gt' in operand) return typeof item === 'number' && item > Number(operand.$gt)
  if (typeof item !== 'object' || item === null) return false
  return Object.entries(operand).every(([name, value]) => same((item as Fields)[name], value))
}

/** Null, numbers, texts, objects, arrays, booleans. */
function rank(value: unknown): number {
  if (value === null) return 0
  if (Array.isArray(value)) return 4
  return ['number', 'string', 'object', '', 'boolean'].indexOf(typeof value) + 1
}

function order(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return rank(one) - rank(other)
}
