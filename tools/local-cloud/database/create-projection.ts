import { CloudError } from '../cloud-error'
import { type Fields, isObject } from './ejson'
import { mayTakeLong } from './matcher'
import { matchedPosition } from './query/matched-position'
import { MINGO_OPTIONS } from './query/mingo-options'
import { elementTest } from './query/query-operators'
import { withinTime } from './time-limit'

/** What a projection does at one field, or at the fields below it. */
type Rule =
  | { keep: boolean }
  | { slice: (list: unknown[]) => unknown[] }
  | { element: (item: unknown) => boolean }
  | { positional: string }
  | { fields: Map<string, Rule> }

/** The part of a document that a `find` of MongoDB's gives; `query` is what a positional `$` refers to. */
export function createProjection(projection: Fields, query: Fields): (document: Fields) => Fields {
  const { _id: id, ...rest } = projection
  const rules = new Map<string, Rule>()
  for (const [path, wanted] of Object.entries(rest)) addRule(rules, path.split('.'), path, wanted)
  const isInclusion = includes(rules) ?? (id !== undefined && keeps(id))
  const give = (document: Fields) => {
    const { _id, ...fields } = document
    const projected = project(fields, { rules, isInclusion, root: document, query })
    return id === undefined || keeps(id) ? { ...(_id === undefined ? {} : { _id }), ...projected } : projected
  }
  return mayTakeLong(projection) || mayTakeLong(query)
    ? (document) => withinTime('A projection', () => give(document))
    : give
}

function addRule(rules: Map<string, Rule>, path: readonly string[], whole: string, wanted: unknown): void {
  const [name = '', ...rest] = path
  const known = rules.get(name)
  if (rest.length === 0 || rest[0] === '$') {
    if (known) throw refusal(`Path collision at ${whole}`)
    rules.set(name, rest[0] === '$' ? { positional: whole.slice(0, -2) } : ruleOf(whole, wanted))
  } else if (!known || 'fields' in known) {
    const fields = known?.fields ?? new Map<string, Rule>()
    rules.set(name, { fields })
    addRule(fields, rest, whole, wanted)
  } else throw refusal(`Path collision at ${whole}`)
}

function ruleOf(path: string, wanted: unknown): Rule {
  if (typeof wanted === 'boolean' || typeof wanted === 'number') return { keep: Boolean(wanted) }
  if (!isObject(wanted)) throw refusal(`The projection of ${path} is neither true nor false nor an operator.`)
  const [[operator, operand] = [], ...more] = Object.entries(wanted)
  if (operator === '$slice' && more.length === 0) return { slice: sliceOf(operand) }
  if (operator === '$elemMatch' && more.length === 0) return { element: elementTest(operand, MINGO_OPTIONS) }
  if (operator === undefined || operator.startsWith('$'))
    throw refusal(`Unknown projection operator ${operator ?? 'in an empty object'} at ${path}.`)
  const fields = new Map<string, Rule>()
  for (const [name, inner] of Object.entries(wanted))
    addRule(fields, name.split('.'), `${path}.${name}`, inner)
  return { fields }
}

function sliceOf(operand: unknown): (list: unknown[]) => unknown[] {
  const [first, second] = Array.isArray(operand) ? operand : [operand, undefined]
  if (!Number.isInteger(first) || (second !== undefined && !(Number.isInteger(second) && second > 0)))
    throw refusal('$slice takes a number, or a number to skip and a positive number to give.')
  if (second === undefined) return (list) => (first < 0 ? list.slice(first) : list.slice(0, first))
  return (list) => {
    const start = first < 0 ? Math.max(list.length + first, 0) : first
    return list.slice(start, start + second)
  }
}

/** Whether only what is named is given; undefined where the rules fit both. */
function includes(rules: ReadonlyMap<string, Rule>): boolean | undefined {
  const found = [...rules.values()].flatMap((rule) => {
    if ('fields' in rule) return includes(rule.fields) ?? []
    if ('keep' in rule) return rule.keep
    // A slice alone leaves the other fields as they are.
    return 'slice' in rule ? [] : true
  })
  if (found.includes(true) && found.includes(false))
    throw refusal('Cannot do exclusion in inclusion projection, nor inclusion in exclusion projection.')
  return found[0]
}

type Work = { rules: ReadonlyMap<string, Rule>; isInclusion: boolean; root: Fields; query: Fields }

function project(fields: Fields, work: Work): Fields {
  const kept = Object.entries(fields).flatMap(([name, value]) => {
    const rule = work.rules.get(name)
    const result = rule ? applyRule(value, rule, work) : work.isInclusion ? undefined : value
    return result === undefined ? [] : [[name, result] as const]
  })
  return Object.fromEntries(kept)
}

function applyRule(value: unknown, rule: Rule, work: Work): unknown {
  if ('keep' in rule) return rule.keep ? value : undefined
  if ('slice' in rule) return Array.isArray(value) ? rule.slice(value) : value
  if ('element' in rule) {
    const found = Array.isArray(value) ? value.filter(rule.element).slice(0, 1) : []
    return found.length > 0 ? found : undefined
  }
  if ('fields' in rule) return within(value, { ...work, rules: rule.fields })
  return Array.isArray(value) ? [value[matchedPosition(work.root, rule.positional, work.query)]] : value
}

/** A rule of what is inside is one of every element of an array. */
function within(value: unknown, work: Work): unknown {
  if (isObject(value)) return project(value, work)
  if (Array.isArray(value))
    return value.map((item) => within(item, work)).filter((item) => item !== undefined)
  return work.isInclusion ? undefined : value
}

const keeps = (wanted: unknown) => wanted === true || (typeof wanted === 'number' && wanted !== 0)

const refusal = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)
