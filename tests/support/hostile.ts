import fc from 'fast-check'

const nested = (levels: number, open: string, close: string) =>
  `${open.repeat(levels)}1${close.repeat(levels)}`

/** JSON that nobody sends by mistake; parsed, so that a `__proto__` in it is a field like any other. */
const HOSTILE_JSON = [
  'null',
  'true',
  '-1',
  '0.5',
  '-0',
  '1e308',
  '9007199254740993',
  '""',
  '"x"',
  '"__proto__"',
  '"constructor.prototype.polluted"',
  '"../../etc/passwd"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"$where"',
  '"999999999999999999999"',
  '[]',
  '{}',
  '[[]]',
  '{"":""}',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"toString":1,"valueOf":1,"toJSON":1}',
  '{"then":1,"length":1e9}',
  '{"$where":"process.exit()"}',
  '{"$function":{"body":"process.exit()","args":[],"lang":"js"}}',
  '{"$resembles":1}',
  '{"$set":{"__proto__.polluted":1}}',
  '{"$or":[]}',
  '{"$and":{"a":1}}',
  '{"$not":{"$not":{"$not":1}}}',
  '{"$in":1}',
  '{"$mod":[0,0]}',
  '{"$size":-1}',
  '{"$elemMatch":1}',
  '{"$expr":{"$divide":[1,0]}}',
  '{"$slice":[1,-1]}',
  '{"$push":{"a":{"$each":1,"$slice":"x","$sort":"up","$position":1e99}}}',
  '{"$inc":{"a":"x"}}',
  '{"$rename":{"a":"a"}}',
  '{"$numberInt":"x"}',
  '{"$numberLong":"99999999999999999999"}',
  '{"$numberDouble":"NaN"}',
  '{"$numberDecimal":"1"}',
  '{"$date":"soon"}',
  '{"$date":{"$numberLong":"9999999999999999"}}',
  '{"$date":{"$date":{"$date":1}}}',
  '{"$regularExpression":{"pattern":"(","options":""}}',
  '{"$regularExpression":{"pattern":"a","options":"zzz"}}',
  '{"$regularExpression":{"pattern":1,"options":null}}',
  '{"$tcb_server_date":{"offset":{"$numberDouble":"Infinity"}}}',
  '{"$tcb_server_date":1}',
  '{"$oid":"x"}',
  '{"$binary":{"base64":"!","subType":"zz"}}',
  '{"$timestamp":{"t":-1,"i":"x"}}',
  '{"$code":"process.exit()","$scope":{}}',
  '{"$minKey":1}',
  '{"$undefined":true}',
  '{"$symbol":"x"}',
  '{"$dbPointer":{"$ref":"x","$id":1}}',
  '{"type":"Point","coordinates":[1e9,"x"]}',
  nested(2000, '[', ']'),
  nested(2000, '{"a":', '}'),
  nested(300, '{"$not":', '}'),
  nested(300, '{"$and":[', ']}'),
  `"${'x'.repeat(100_000)}"`,
  `"${'长'.repeat(20_000)}"`,
  `[${Array.from({ length: 5000 }, (_, at) => at).join()}]`,
].map((text) => JSON.parse(text) as unknown)

/** By its number, so that what fails can be printed: some are deeper than fast-check prints. */
const hostileNumber = fc.nat(HOSTILE_JSON.length - 1)

/** What is sent in the place of something that is expected. */
type Hostile = { hostile: number; isText: boolean } | { plain: unknown }

const hostile: fc.Arbitrary<Hostile> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      hostile: hostileNumber,
      isText: fc.nat(3).map((dice) => dice === 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ plain: fc.jsonValue({ maxDepth: 3 }) }) },
)

function sentValue(sent: Hostile): unknown {
  if ('plain' in sent) return sent.plain
  const value = HOSTILE_JSON[sent.hostile]
  return sent.isText ? JSON.stringify(value) : value
}

const NAMES = ['__proto__', 'constructor', '$set', '$where', 'a.b', '', 'x', 'transactionId', '_id', 'length']

/** One thing that goes wrong with a value on its way. */
type Mutation = {
  how: 'replace' | 'remove' | 'add' | 'rename'
  /** Which of all places in it, counted round. */
  at: number
  name: string
  value: Hostile
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'rename'),
  at: fc.nat(1000),
  name: fc.constantFrom(...NAMES),
  value: hostile,
})

/** The value with that changed in it, also within texts that are JSON themselves. */
export function mutate(value: unknown, { how, at, name, value: hostileOne }: Mutation): unknown {
  const other = sentValue(hostileOne)
  const places = placesOf(value)
  const path = places[at % places.length] ?? []
  return change(value, path, (found) => {
    if (how === 'remove') return undefined
    if (how === 'replace' || typeof found !== 'object' || found === null) return other
    if (how === 'add') return withField(found, name, other)
    const [first] = Object.keys(found)
    return first === undefined ? other : renamed(found, first, name)
  })
}

type Path = readonly (string | number)[]

/** Of what is deep or wide already, its beginning is enough. */
const MAX_DEPTH = 8
const MAX_FIELDS = 30

/** Every place in a value, its own first. */
function placesOf(value: unknown, depth = 0): Path[] {
  const inner = parsed(value)
  const isOpened = typeof inner === 'object' && inner !== null && depth < MAX_DEPTH
  const fields = isOpened ? Object.entries(inner).slice(0, MAX_FIELDS) : []
  return [[], ...fields.flatMap(([key, field]) => placesOf(field, depth + 1).map((path) => [key, ...path]))]
}

function change(value: unknown, path: Path, by: (found: unknown) => unknown): unknown {
  const inner = parsed(value)
  const [key, ...rest] = path
  const changed =
    key === undefined
      ? by(inner)
      : withField(inner as object, String(key), change(Reflect.get(inner as object, key), rest, by))
  return inner === value || changed === undefined ? changed : JSON.stringify(changed)
}

/** What a text of JSON says; anything else is itself. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/u.test(value)) return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

/** Undefined removes it. A `__proto__` becomes a field, not a prototype. */
function withField(found: object, name: string, field: unknown): unknown {
  if (Array.isArray(found)) {
    const changed: unknown[] = [...found]
    changed.splice(name in found ? Number(name) : found.length, 1, ...(field === undefined ? [] : [field]))
    return changed
  }
  const entries = Object.entries(found).filter(([key]) => key !== name)
  return Object.fromEntries(field === undefined ? entries : [...entries, [name, field]])
}

function renamed(found: object, from: string, to: string): unknown {
  return Object.fromEntries(Object.entries(found).map(([key, field]) => [key === from ? to : key, field]))
}

/** Bytes that are cut short, grow, or change on their way. */
export type Damage = { how: 'cut' | 'flip' | 'insert' | 'double'; at: number; bytes: Uint8Array }

export const damage: fc.Arbitrary<Damage> = fc.record({
  how: fc.constantFrom('cut', 'flip', 'insert', 'double'),
  at: fc.nat(1_000_000),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
})

export function damaged(whole: Buffer, { how, at, bytes }: Damage): Buffer {
  const place = at % (whole.length + 1)
  const [before, after] = [whole.subarray(0, place), whole.subarray(place)]
  if (how === 'cut') return before
  if (how === 'insert') return Buffer.concat([before, bytes, after])
  if (how === 'double') return Buffer.concat([before, whole])
  return Buffer.concat([
    before,
    after.subarray(0, 1).map((byte) => byte ^ (bytes[0] || 1)),
    after.subarray(1),
  ])
}
