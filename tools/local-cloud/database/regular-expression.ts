import { CloudError } from '../cloud-error'

/** What MongoDB's expressions (PCRE) can say and JavaScript's understand otherwise, without an error. */
const PCRE_ONLY = /(?<!\\)(?:\\\\)*(\\[AZzGQEKRXhHNpPC]|\[\[?:\w+:\]|\[\^?\]|\(\?[#>|RP&]|\(\?\(|\(\*)/

/** Of those of MongoDB, `x` is not here; those of JavaScript alone are nowhere in MongoDB. */
const OPTIONS = /^[imsu]*$/

/** A regular expression as MongoDB has them. What would mean something else here is refused. */
export function createRegExp(pattern: string, options: string): RegExp {
  assertPortable(pattern, options)
  try {
    return new RegExp(pattern, options)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CloudError('DATABASE_REQUEST_FAILED', `Regular expression is invalid: ${reason}`, { cause })
  }
}

export function assertPortable(pattern: string, options: string): void {
  const option = [...options].find((one) => !OPTIONS.test(one))
  if (option === 'x')
    throw refusal('The option x of regular expressions is not supported by the local cloud.')
  if (option !== undefined) throw refusal(`invalid flag in regex options: ${option}`)
  const found = PCRE_ONLY.exec(pattern)?.[1]
  if (found !== undefined)
    throw refusal(`${found} in a regular expression is not supported by the local cloud.`)
}

/** A character that stands for itself, a class of characters, or the end. */
const PARTS = /\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\$/g

const asMongoDb = new WeakMap<RegExp, RegExp>()

/**
 * Whether a text meets a regular expression as in MongoDB: a character beyond the basic plane is one, and the end is
 * also before a last line break.
 */
export function meetsRegExp(text: string, expression: RegExp): boolean {
  const known = asMongoDb.get(expression) ?? translate(expression)
  asMongoDb.set(expression, known)
  return known.test(text)
}

function translate({ source, flags, multiline }: RegExp): RegExp {
  const pattern = multiline ? source : source.replace(PARTS, (part) => (part === '$' ? '(?=\\n?$)' : part))
  try {
    return new RegExp(pattern, flags.includes('u') ? flags : `${flags}u`)
  } catch {
    // Some patterns are none where characters are whole: those with an escape that means nothing.
    return new RegExp(pattern, flags)
  }
}

const refusal = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)
