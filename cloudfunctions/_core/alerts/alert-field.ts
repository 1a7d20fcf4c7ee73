/**
 * What WeChat takes in a field of a template, which it names by type and number, as in `thing1`. Lengths are in code
 * points: "thing: 20 characters at most", and so on in its table of parameters.
 */
type FieldRule = {
  /** What of an issue may stand there; a fixed text may everywhere. */
  sources: readonly IssueSource[]
  longest: number
  /** For a fixed text. */
  fits: (text: string) => boolean
}

/** What of an issue a message can tell. */
export const ISSUE_SOURCES = [
  'publication',
  'series',
  'title',
  'headline',
  'number',
  'itemCount',
  'date',
  'publishedAt',
] as const
export type IssueSource = (typeof ISSUE_SOURCES)[number]

const anything = () => true
const matching = (pattern: RegExp) => (text: string) => pattern.test(text)

const TIME = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d`
const DATE = String.raw`\d{4}年(?:0?[1-9]|1[0-2])月(?:0?[1-9]|[12]\d|3[01])日`

const rules: Record<string, FieldRule> = {
  thing: {
    sources: ['publication', 'series', 'title', 'headline', 'number', 'itemCount', 'date', 'publishedAt'],
    longest: 20,
    fits: anything,
  },
  number: { sources: ['itemCount'], longest: 32, fits: matching(/^\d+(?:\.\d+)?$/u) },
  letter: { sources: [], longest: 32, fits: matching(/^[A-Za-z]+$/u) },
  symbol: { sources: [], longest: 5, fits: matching(/^[\p{P}\p{S}]+$/u) },
  character_string: {
    sources: ['number', 'itemCount'],
    longest: 32,
    fits: matching(/^[A-Za-z\d\p{P}\p{S}]+$/u),
  },
  time: { sources: ['publishedAt'], longest: 32, fits: matching(new RegExp(`^(?:${DATE} )?${TIME}$`, 'u')) },
  date: {
    sources: ['date', 'publishedAt'],
    longest: 32,
    fits: matching(new RegExp(`^${DATE}(?: ${TIME})?$`, 'u')),
  },
  amount: { sources: [], longest: 12, fits: matching(/^\p{Sc}?\d{1,10}(?:\.\d+)?元?$/u) },
  phone_number: { sources: [], longest: 17, fits: matching(/^[\d\p{P}\p{S}]+$/u) },
  car_number: {
    sources: [],
    longest: 8,
    fits: matching(/^[\p{Script=Han}A-Za-z\d][A-Za-z\d]*[\p{Script=Han}A-Za-z\d]?$/u),
  },
  name: { sources: [], longest: 10, fits: matching(/^[\p{L}\p{P}\p{S} ]+$/u) },
  phrase: { sources: [], longest: 5, fits: matching(/^\p{Script=Han}+$/u) },
  // Which values there are is told by the template alone.
  enum: { sources: [], longest: 20, fits: anything },
  const: { sources: [], longest: 20, fits: anything },
}

/** Null for a name that WeChat has no such field for. */
export function fieldRule(name: string): FieldRule | null {
  const type = /^([a-z_]+)\d+$/u.exec(name)?.[1]
  return type !== undefined && Object.hasOwn(rules, type) ? (rules[type] ?? null) : null
}

/** One line without anything unseen: what joins or splits characters is left out, it is no space between words. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Cs}]+/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

/** At most so many code points, the last of them `…` where something was cut. */
export function cutTo(text: string, longest: number): string {
  const points = [...text]
  return points.length <= longest
    ? text
    : `${points
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}
