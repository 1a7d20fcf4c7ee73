/**
 * How much a fact says where the other language lacks it. A `firm` one is missed. A `soft` one, such as a small number
 * in words, is often rightly left out in translation: it counts only against a soft one that stands there instead.
 * A `faint` one can only be found.
 */
export type Strength = 'firm' | 'soft' | 'faint'

/** `%`, a currency's code, `month` or `hour` for lengths of time, `fraction`. */
export type Quantity = { value: number; unit: string | null }

export type DateContent = {
  kind: 'date'
  strength: Strength
  year: number | null
  month: number | null
  day: number | null
  /** `Q4`, `H1`: a part of a year that is no month. */
  part: string | null
}

export type TimeContent = {
  kind: 'time'
  strength: Strength
  /** 3时 may be in the morning or in the afternoon. */
  hours: readonly number[]
  minute: number
}

export type NumberContent = {
  kind: 'number'
  strength: Strength
  /** Every reading of it: three years are 3 as well as 36 months. */
  quantities: readonly Quantity[]
  /** What the number as written was multiplied by: a range shares it (50 to 60 million). */
  scale: number
  /** 20日 may be the 20th or twenty days. */
  day: number | null
}

export type FactContent = DateContent | TimeContent | NumberContent

/** Something that a translation keeps, and where it stands in the text (UTF-16, as `slice` counts). */
export type Fact = FactContent & { start: number; end: number }

export function aDate(parts: Partial<Omit<DateContent, 'kind'>>): DateContent {
  return { kind: 'date', strength: 'firm', year: null, month: null, day: null, part: null, ...parts }
}

export function aNumber(
  value: number,
  {
    unit = null,
    ...rest
  }: Partial<Omit<NumberContent, 'kind' | 'quantities'>> & { unit?: string | null } = {},
): NumberContent {
  return { kind: 'number', strength: 'firm', quantities: [{ value, unit }], scale: 1, day: null, ...rest }
}
