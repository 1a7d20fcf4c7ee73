/**
 * What readers' phones have in the place of valibot (see config/valibot-plugin.ts): the same answers to the same values
 * from the parts of it that readers' schemas are made of, without its sentences on what is wrong, of which no phone makes
 * use. 9 kB less for each reader; tests/src/cloud/valibot-on-phones.test.ts holds it against valibot itself.
 */

/** Answers the value as it is passed on, or NONE where it does not fit. */
type Run = (value: unknown) => unknown

type Entries = Record<string, Step>
type Step = { run: Run; type?: string; entries?: Entries; fields?: Entries }

/** How valibot asks a schema: the desk has valibot itself, and its schemas are made of readers' ones too. */
type Dataset = { value: unknown; typed?: boolean; issues?: object[] }

const NONE = {}

const made = <More extends object>(run: Run, more?: More) => ({
  kind: 'schema',
  ...(more as More),
  run,
  '~run'(this: Step, dataset: Dataset, _config: object): Dataset {
    // valibot's own `pick` of one of these objects changes its entries alone.
    const { entries = {}, fields = entries } = this
    const output = (entries === fields ? this : object(entries)).run(dataset.value)
    if (output !== NONE) return { ...dataset, typed: true, value: output }
    return { ...dataset, typed: false, issues: [...(dataset.issues ?? []), {}] }
  },
})

const step = <More extends object>(fits: (value: never) => boolean, more?: More) =>
  made((value) => (fits(value as never) ? value : NONE), more)
const isObject = (value: unknown) => typeof value === 'object' && value !== null

export const unknown = () => step(() => true)
export const string = () => step((value) => typeof value === 'string')
export const number = () => step((value: unknown) => typeof value === 'number' && !Number.isNaN(value))
export const boolean = () => step((value) => typeof value === 'boolean')
export const literal = (only: unknown) => step((value) => value === only)
export const picklist = (options: readonly unknown[]) => step((value) => options.includes(value), { options })

export const nullable = ({ run }: Step) => made((value) => (value === null ? null : run(value)))

export const optional = ({ run }: Step, fallback?: unknown) =>
  made(
    (value) => {
      const given = value === undefined ? fallback : value
      return given === undefined ? given : run(given)
    },
    { type: 'optional', default: fallback },
  )

export const array = ({ run }: Step) =>
  made((value) => {
    if (!Array.isArray(value)) return NONE
    const items = value.map(run)
    return items.includes(NONE) ? NONE : items
  })

export const object = (entries: Entries) =>
  made(
    (value) => {
      if (!isObject(value)) return NONE
      const output: Record<string, unknown> = {}
      for (const [key, { run, type }] of Object.entries(entries)) {
        const isThere = key in (value as object)
        if (!isThere && type !== 'optional') return NONE
        const field = run((value as typeof output)[key])
        if (field === NONE) return NONE
        if (isThere || field !== undefined) output[key] = field
      }
      return output
    },
    { entries, fields: entries },
  )

export const pick = ({ entries }: { entries: Entries }, keys: readonly string[]) =>
  object(Object.assign({}, ...keys.map((key) => ({ [key]: entries[key] }))))

export const record = (keys: Step, { run }: Step) =>
  made((value) => {
    if (!isObject(value)) return NONE
    const output: Record<string, unknown> = {}
    for (const [key, each] of Object.entries(value as object)) {
      if (['__proto__', 'prototype', 'constructor'].includes(key)) continue
      const field = run(each)
      if (keys.run(key) === NONE || field === NONE) return NONE
      output[key] = field
    }
    return output
  })

export const union = (options: readonly Step[]) =>
  made((value) => {
    for (const { run } of options) {
      const output = run(value)
      if (output !== NONE) return output
    }
    return NONE
  })

/** Its options are told apart by literals: the first that fits is the only one. */
export const variant = (_key: string, options: readonly Step[]) => union(options)

export const pipe = (...steps: readonly Step[]) => ({
  ...steps[0],
  run: (value: unknown) => steps.reduce((passed, { run }) => (passed === NONE ? NONE : run(passed)), value),
})

export const check = (fits: (value: never) => boolean) => step(fits)
export const regex = (pattern: RegExp) => step((value) => pattern.test(value))
export const nonEmpty = () => step(({ length }: string) => length > 0)
export const maxLength = (most: number) => step(({ length }: string) => length <= most)
export const minValue = (least: number) => step((value) => value >= least)
export const maxValue = (most: number) => step((value) => value <= most)
export const integer = () => step(Number.isInteger)
export const safeInteger = () => step(Number.isSafeInteger)
export const isoDate = () => regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/)
export const trim = () => made((value) => String(value).trim())

/** Of one of valibot's own schemas too: what the desk asks for comes in by the same door. */
export function safeParse(schema: object, value: unknown) {
  const { issues, value: output } = (schema as ReturnType<typeof made>)['~run']({ value }, {})
  return { success: !issues, output }
}

export const is = (schema: object, value: unknown) => safeParse(schema, value).success
