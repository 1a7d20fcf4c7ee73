/** Digits in each part of such a number but the first. */
const PART = 14

/**
 * WeChat's message id as its digits; null where there is none. It has more of them than a number of JavaScript: the SDK
 * reads it as a bignumber.js and hands on that one's bare fields, the exponent and the digits in parts.
 */
export function msgidDigits(msgid: unknown): string | null {
  if (typeof msgid === 'number' || typeof msgid === 'string' || typeof msgid === 'bigint')
    return msgid === '' ? null : String(msgid)
  const { c: parts, e: exponent } = (msgid ?? {}) as { c?: unknown; e?: unknown }
  if (!Array.isArray(parts) || typeof exponent !== 'number') return null
  const [first, ...rest] = parts.map(String)
  const digits = [first, ...rest.map((part) => part.padStart(PART, '0'))].join('')
  // Parts of nothing but zeros at the end are left out.
  return digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')
}
