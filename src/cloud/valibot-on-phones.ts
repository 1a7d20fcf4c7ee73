/**
 * What readers' phones have in the place of valibot (see config/valibot-plugin.ts): the same answers to the same values
 * from the parts of it that readers' schemas are made of, without its sentences on what is wrong, of which no phone makes
 * use. 9 kB less for each reader; tests/src/cloud/valibot-on-phones.test.ts holds it against valibot itself.
 */

/** Answers the value as it is passed on, or NONE where it does not fit. */
type Step = { run: (value: unknown) => unknown }
type Entries = Record<string, Step & { isOptional?: true }>

const NONE = {}

const step = (fits: (value: never) => boolean): Step => ({
  run: (value) => (fits(value as never) ? value : NONE),
})
const isObject = (value: unknown) => typeof value === 'object' && value !== null

export const unknown = () => step(() => true)
export const string = () => step((value) => typeof value === 'string')
export const number = () => step((value: unknown) => typeof value === 'number' && !Number.isNaN(value))
export const boolean = () => step((value) => typeof value === 'boolean')
export const literal = (only: unknown) => step((value) => value === only)
export const picklist = (options: readonly unknown[]) => ({
  options,
  ...step((value) => options.includes(value)),
})

export const nullable = ({ run }: Step): Step => ({ run: (value) => (value === null ? null : run(value)) })

export const optional = ({ run }: Step, fallback?: unknown) => ({
  isOptional: true,
  run: (value: unknown) => {
    const given = value === undefined ? fallback : value
    return given === undefined ? given : run(given)
  },
})

export const array = ({ run }: Step): Step => ({
  run(value) {
    if (!Array.isArray(value)) return NONE
    const items = value.map(run)
    return items.includes(NONE) ? NONE : items
  },
})

export const object = (entries: Entries) => ({
  entries,
  run(value: unknown) {
    if (!isObject(value)) return NONE
    const output: Record<string, unknown> = {}
    for (const [key, { run, isOptional }] of Object.entries(entries)) {
      const isThere = key in (value as object)
      if (!isThere && !isOptional) return NONE
      const field = run((value as typeof output)[key])
      if (field === NONE) return NONE
      if (isThere || field !== undefined) output[key] = field
    }
    return output
  },
})

export const pick = ({ entries }: { entries: Entries }, keys: readonly string[]) =>
  object(Object.assign({}, ...keys.map((key) => ({ [key]: entries[key] }))))

export const record = (keys: Step, { run }: Step): Step => ({
  run(value) {
    if (!isObject(value)) return NONE
    const output: Record<string, unknown> = {}
    for (const [key, each] of Object.entries(value as object)) {
      if (['__proto__', 'prototype', 'constructor'].includes(key)) continue
      const field = run(each)
      if (keys.run(key) === NONE || field === NONE) return NONE
      output[key] = field
    }
    return output
  },
})

export const union = (options: readonly Step[]): Step => ({
  run(value) {
    for (const { run } of options) {
      const output = run(value)
      if (output !== NONE) return output
    }
    return NONE
  },
})

/** Its options are told apart by literals: the first that fits is the only one. */
export const variant = (_key: string, options: readonly Step[]) => union(options)

export const pipe = (...steps: readonly Step[]) => ({
  ...steps[0],
  run: (value: unknown) => steps.reduce((passed, { run }) => (passed === NONE ? NONE : run(passed)), value),
})

export const check = step
export const regex = (pattern: RegExp) => step((value) => pattern.test(value))
export const nonEmpty = () => step(({ length }: string) => length > 0)
export const maxLength = (most: number) => step(({ length }: string) => length <= most)
export const minValue = (least: number) => step((value) => value >= least)
export const maxValue = (most: number) => step((value) => value <= most)
export const integer = () => step(Number.isInteger)
export const safeInteger = () => step(Number.isSafeInteger)
export const isoDate = () => regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/)
export const trim = (): Step => ({ run: (value) => String(value).trim() })

export function safeParse({ run }: Step, value: unknown) {
  const output = run(value)
  return { success: output !== NONE, output }
}

export const is = ({ run }: Step, value: unknown) => run(value) !== NONE
