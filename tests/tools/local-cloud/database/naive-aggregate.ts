type Fields = Record<string, unknown>
type Stage = Fields

/** MongoDB's stages written down as simply as can be, for what the randomised test makes of them. */
export function naiveAggregate(
  documents: readonly Fields[],
  other: readonly Fields[],
  stages: readonly Stage[],
): Fields[] {
  return stages.reduce<Fields[]>(
    (list, stage) => {
      const [[name = '', value] = []] = Object.entries(stage)
      const fields = value as Fields
      switch (name) {
        case '$match':
          return list.filter((one) => meets(one, fields))
        case '$sort':
          return sorted(list, fields)
        case '$skip':
          return list.slice(Number(value))
        case '$limit':
          return list.slice(0, Number(value))
        case '$unwind':
          return list.flatMap((one) => unwound(one, fields))
        case '$group':
          return grouped(list, fields)
        case '$sortByCount':
          return sorted(grouped(list, { _id: value, count: { $sum: 1 } }), { count: -1 })
        case '$count':
          return list.length > 0 ? [{ [String(value)]: list.length }] : []
        case '$addFields':
          return list.map((one) => present({ ...one, ...made(one, fields) }))
        case '$replaceRoot':
          return list.map((one) => present(made(one, fields.newRoot as Fields)))
        case '$project':
          return list.map((one) => projected(one, fields))
        case '$lookup':
          return list.map((one) => ({ ...one, [String(fields.as)]: joined(one, other, fields) }))
        default:
          throw new Error(name)
      }
    },
    [...documents],
  )
}

function meets(document: Fields, query: Fields): boolean {
  return Object.entries(query).every(([field, wanted]) => {
    const value = document[field] ?? null
    const values = Array.isArray(value) ? value : [value]
    if (typeof wanted !== 'object' || wanted === null) return values.some((one) => one === wanted)
    const bound = (wanted as { $gt: number }).$gt
    return values.some((one) => typeof one === 'number' && one > bound)
  })
}

function sorted(list: readonly Fields[], by: Fields): Fields[] {
  return [...list].sort((one, other) => {
    for (const [field, direction] of Object.entries(by)) {
      const [first, second] = [one, other].map((document) => placeOf(document[field], Number(direction)))
      const difference = compare(first, second) * Number(direction)
      if (difference !== 0) return difference
    }
    return 0
  })
}

/** The least of an array, or its greatest when the order falls; an empty one comes before null. */
function placeOf(value: unknown, direction: number): unknown {
  if (!Array.isArray(value)) return value ?? null
  return [...value].sort((one, other) => compare(one, other) * direction)[0]
}

function unwound(document: Fields, { path, preserveNullAndEmptyArrays }: Fields): Fields[] {
  const field = String(path).slice(1)
  const { [field]: value, ...rest } = document
  if (Array.isArray(value) && value.length > 0) return value.map((item) => ({ ...document, [field]: item }))
  if (value !== undefined && value !== null && !Array.isArray(value)) return [document]
  if (preserveNullAndEmptyArrays !== true) return []
  return [Array.isArray(value) ? rest : document]
}

function grouped(list: readonly Fields[], { _id: id, ...output }: Fields): Fields[] {
  const groups = new Map<string, { _id: unknown; members: Fields[] }>()
  for (const document of list) {
    const _id = evaluate(document, id) ?? null
    const key = JSON.stringify(_id)
    const group = groups.get(key) ?? { _id, members: [] }
    group.members.push(document)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ _id, members }) => {
    const accumulated = Object.entries(output).map(([field, wanted]) => {
      const [[name = '', operand] = []] = Object.entries(wanted as Fields)
      return [
        field,
        accumulate(
          name,
          members.map((one) => evaluate(one, operand)),
        ),
      ] as const
    })
    return { _id, ...Object.fromEntries(accumulated) }
  })
}

function accumulate(name: string, values: readonly unknown[]): unknown {
  const given = values.filter((value) => value !== undefined)
  const known = given.filter((value) => value !== null)
  const numbers = values.filter((value) => typeof value === 'number')
  const sum = numbers.reduce((total, value) => total + value, 0)
  switch (name) {
    case '$sum':
      return sum
    case '$avg':
      return numbers.length > 0 ? sum / numbers.length : null
    case '$max':
      return [...known].sort((one, other) => compare(other, one))[0] ?? null
    case '$min':
      return [...known].sort(compare)[0] ?? null
    case '$push':
      return given
    case '$addToSet':
      return [...new Map(given.map((value) => [JSON.stringify(value), value])).values()]
    case '$first':
      return values[0] ?? null
    case '$last':
      return values.at(-1) ?? null
    default:
      throw new Error(name)
  }
}

function made(document: Fields, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([field, expression]) => [field, evaluate(document, expression)]),
  )
}

/** What is computed and is not there takes away the field. */
function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function projected(document: Fields, fields: Fields): Fields {
  const isWithout = Object.values(fields).includes(0)
  const kept = Object.entries(document).filter(([name]) =>
    isWithout ? !(name in fields) : name in fields || name === '_id',
  )
  return Object.fromEntries(kept)
}

function joined(document: Fields, other: readonly Fields[], { localField, foreignField }: Fields): Fields[] {
  const valuesOf = (one: Fields, field: unknown) => {
    const value = one[String(field)] ?? null
    return (Array.isArray(value) ? value : [value]).map((item) => JSON.stringify(item))
  }
  const wanted = valuesOf(document, localField)
  return other.filter((one) => valuesOf(one, foreignField).some((value) => wanted.includes(value)))
}

/** A field, a value, or one of the few expressions that the test makes. */
function evaluate(document: Fields, expression: unknown): unknown {
  if (typeof expression === 'string')
    return expression.startsWith('$') ? document[expression.slice(1)] : expression
  if (typeof expression !== 'object' || expression === null) return expression
  const [[name = '', operand] = []] = Object.entries(expression)
  const [one, other] = [operand].flat().map((part) => evaluate(document, part))
  if (name === '$gt') return compare(one, other) > 0
  if (name === '$eq') return compare(one, other) === 0
  if (name === '$cmp') return Math.sign(compare(one, other))
  if (name === '$ifNull') return one ?? other
  if (name === '$isArray') return Array.isArray(one)
  throw new Error(name)
}

/** What is not there, null, numbers, texts, arrays, booleans. */
function rank(value: unknown): number {
  if (value === undefined) return 0
  if (value === null) return 1
  return Array.isArray(value) ? 4 : ['number', 'string', '', 'boolean'].indexOf(typeof value) + 2
}

function compare(one: unknown, other: unknown): number {
  if (rank(one) !== rank(other)) return rank(one) - rank(other)
  if (Array.isArray(one) && Array.isArray(other)) {
    const at = one.findIndex((item, place) => place >= other.length || compare(item, other[place]) !== 0)
    if (at === -1) return one.length - other.length
    return at < other.length ? compare(one[at], other[at]) : 1
  }
  if (one === other || one === null || one === undefined) return 0
  return (one as number) < (other as number) ? -1 : 1
}
