import { type Conditions, readConditions } from './conditions'
import { type Fields, isObject } from './ejson'
import type { Order } from './plan-way'

type Scan = { collection: string; query: Fields; order: Order }

/** So many documents may be looked at without an index before it is worth a line. */
const MAX_LOOKED_AT = 1000

/** Names each kind of query that looks at too many documents, once, with the index that would serve it. */
export class ScanWarnings {
  readonly #log: (line: string) => void
  readonly #named = new Set<string>()

  constructor(log: (line: string) => void) {
    this.#log = log
  }

  *watch<T>(documents: Iterable<T>, scan: Scan): Iterable<T> {
    let count = 0
    for (const document of documents) {
      count += 1
      if (count === MAX_LOOKED_AT + 1) this.#name(scan)
      yield document
    }
  }

  #name(scan: Scan): void {
    const kind = `${scan.collection}: ${JSON.stringify([shapeOf(scan.query), scan.order])}`
    if (this.#named.has(kind) || isWhole(scan)) return
    this.#named.add(kind)
    this.#log(
      `A query of ${scan.collection} looks at more than ${MAX_LOOKED_AT} documents without an index: ` +
        `where ${JSON.stringify(shapeOf(scan.query))}${scan.order.length > 0 ? `, order ${JSON.stringify(scan.order)}` : ''}. ` +
        suggest(scan),
    )
  }
}

/** What asks for everything is answered by looking at everything. */
const isWhole = ({ query, order }: Scan) => Object.keys(query).length === 0 && order.length === 0

/** Each way of meeting a query (`$or` makes several) needs an index; where one has none, no other helps. */
function suggest({ query, order }: Scan): string {
  const ways = readConditions(query).map((conditions) => fieldsOf(conditions, order))
  if (ways.some((fields) => fields.length === 0)) return 'No index serves it.'
  const [first, ...others] = new Set(ways.map(asConfig))
  const lead = others.length === 0 ? 'An index' : 'Indexes'
  return `${lead} for config/database.ts: ${[first, ...others].join(', ')}`
}

/** Fields that are equal, then the order, then, where there is no order, one range. */
function fieldsOf(conditions: Conditions, order: Order): (readonly [string, 1 | -1])[] {
  const asked = [...conditions.fields]
  const equal = asked.filter(([, { among }]) => among).map(([field]) => [field, 1] as const)
  const open = order.filter(([field]) => !equal.some(([name]) => name === field))
  const [range] = asked.filter(([, { low, high }]) => low ?? high)
  return [...equal, ...(open.length > 0 || !range ? open : [[range[0], 1] as const])]
}

function asConfig(fields: readonly (readonly [string, 1 | -1])[]): string {
  const name = fields.map(([field]) => field.replaceAll('.', '_')).join('_')
  const list = fields.map(([field, direction]) => `['${field}', ${direction}]`).join(', ')
  return `{ name: '${name}', fields: [${list}], unique: false }`
}

/** A query without its values. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value) && value.some(isObject)) return value.map(shapeOf)
  if (!isObject(value)) return '…'
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]))
}
