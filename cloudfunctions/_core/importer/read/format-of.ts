import type { Problem } from '#shared/newsletter/problem'
import { anError } from '../problem'

/** Which reader a document is for. A zip file may be a Word document: that reader looks into it. */
export type Format = 'zip' | 'pdf' | 'text'

const WORD = 'open it in Word, save it as .docx and choose that file'
const NEWSLETTER = 'choose the newsletter as .docx, .pdf or .md'

type Kind = { starts: readonly (number | null)[]; code: string; message: string }

/** Files whose first bytes say that no reader can help; `null` is any byte. */
const KINDS: Kind[] = [
  kind([...ascii('{\\rtf')], `a document in RTF: ${WORD}`),
  kind([0x89, ...ascii('PNG')], `a picture: ${NEWSLETTER}`),
  kind([0xff, 0xd8, 0xff], `a picture: ${NEWSLETTER}`),
  kind([...ascii('GIF8')], `a picture: ${NEWSLETTER}`),
  kind([...ascii('RIFF'), null, null, null, null, ...ascii('WEBP')], `a picture: ${NEWSLETTER}`),
  kind([...ascii('II*'), 0], `a picture: ${NEWSLETTER}`),
  kind([...ascii('MM'), 0, 0x2a], `a picture: ${NEWSLETTER}`),
  kind([...ascii('BM'), null, null, null, null, 0, 0, 0, 0], `a picture: ${NEWSLETTER}`),
  kind([null, null, null, null, ...ascii('ftyp')], `a picture or a video: ${NEWSLETTER}`),
  kind([...ascii('Rar!')], `an archive (RAR): unpack it and ${NEWSLETTER}`),
  kind([...ascii('7z'), 0xbc, 0xaf], `an archive (7z): unpack it and ${NEWSLETTER}`),
  kind([0x1f, 0x8b], `an archive (gzip): unpack it and ${NEWSLETTER}`),
  kind([0xff, 0xfe], 'text in UTF-16: save it as Markdown in UTF-8 and try again', 'not-utf8'),
  kind([0xfe, 0xff], 'text in UTF-16: save it as Markdown in UTF-8 and try again', 'not-utf8'),
]

/** The container of Office's files before 2007, and of every Office file that has a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]
/** Names of streams inside of it. */
const COMPOUND_KINDS: { stream: string; code: string; message: string }[] = [
  {
    stream: 'EncryptedPackage',
    code: 'encrypted',
    message: 'a document with a password: remove the password in Word, save it as .docx and choose that file',
  },
  { stream: 'Workbook', code: 'other-format', message: `an old Excel workbook: ${NEWSLETTER}` },
  { stream: 'PowerPoint Document', code: 'other-format', message: `an old presentation: ${NEWSLETTER}` },
]

/** How far before a PDF's mark other bytes may stand. */
const PDF_REACH = 1024

/** What the bytes are, whatever the file's name says; or what an editor has to do with them first. */
export function formatOf(bytes: Uint8Array): Format | { problem: Problem } {
  if (startsWith(bytes, [...ascii('PK'), 3, 4]) || startsWith(bytes, [...ascii('PK'), 5, 6])) return 'zip'
  const head = Buffer.from(bytes.subarray(0, PDF_REACH)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, COMPOUND_FILE)) return refuse(kindOfCompoundFile(bytes))
  const known = KINDS.find(({ starts }) => startsWith(bytes, starts))
  if (known) return refuse(known)
  if (WEB_PAGE.test(head)) return refuse({ code: 'other-format', message: `a web page: ${WORD}` })
  if (XML.test(head)) return refuse({ code: 'other-format', message: `a document in XML: ${WORD}` })
  return 'text'
}

const WEB_PAGE = /^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html\b|MIME-Version:)/iu
const XML = /^(?:\xef\xbb\xbf)?\s*<\?xml\b/iu

function kindOfCompoundFile(bytes: Uint8Array): { code: string; message: string } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = COMPOUND_KINDS.find(({ stream }) => file.includes(Buffer.from(stream, 'utf16le')))
  return found ?? { code: 'other-format', message: `a Word document of the old kind (.doc): ${WORD}` }
}

function refuse({ code, message }: { code: string; message: string }): { problem: Problem } {
  return { problem: anError(code, `This is ${message}.`, { line: 1, column: 1 }) }
}

function kind(starts: Kind['starts'], message: string, code = 'other-format'): Kind {
  return { starts, code, message }
}

function startsWith(bytes: Uint8Array, start: Kind['starts']): boolean {
  return start.every((byte, index) => byte === null || bytes[index] === byte)
}

function ascii(text: string): Buffer {
  return Buffer.from(text, 'latin1')
}
