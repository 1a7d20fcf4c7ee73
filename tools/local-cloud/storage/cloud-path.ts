import { CloudError } from '../cloud-error'

/** WeChat's own limit, in UTF-8. */
const MAX_BYTES = 850

/**
 * What means something else in an address (`%`, `?`, `#`) or in a file system (`\`, `:`, quotes, brackets, pipes), what
 * cannot be seen, and halves of characters.
 */
const FORBIDDEN = /[%?#\\:<>"|\p{Cc}\p{Cf}\p{Cs}]/u

/** Names that Windows gives to devices, in every folder and with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

export function isCloudPath(path: string): boolean {
  return reasonAgainst(path) === null
}

/** Refuses what is no path of a file in the cloud, or might be another path to somebody else. */
export function assertCloudPath(path: string): void {
  const reason = reasonAgainst(path)
  if (reason !== null) throw new CloudError('INVALID_PARAM', `The cloud path ${reason}.`)
}

function reasonAgainst(path: string): string | null {
  if (path === '') return 'is empty'
  if (Buffer.byteLength(path) > MAX_BYTES) return `is longer than ${MAX_BYTES} bytes`
  if (FORBIDDEN.test(path)) return 'has a character that may not be in it'
  if (path !== path.normalize('NFC')) return 'has letters and marks that are not composed (NFC)'
  for (const name of path.split('/')) {
    const reason = reasonAgainstName(name)
    if (reason !== null) return reason
  }
  return null
}

function reasonAgainstName(name: string): string | null {
  // Wide and other forms of dots and slashes, as programs that simplify names would read them.
  const simple = name.normalize('NFKC')
  if (name === '') return 'begins or ends with a slash, or has two of them together'
  if (simple === '.' || simple === '..') return 'leads to another folder'
  if (/[/\\]/u.test(simple)) return 'has a character that looks like a slash'
  if (/[. ]$/u.test(name)) return 'has a name that ends with a dot or a space'
  if (DEVICE.test(name)) return "has a device's name"
  return null
}
