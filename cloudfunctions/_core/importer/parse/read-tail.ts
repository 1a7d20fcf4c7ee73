import type { BilingualText, Language } from '#shared/newsletter/bilingual'
import type { Contact } from '#shared/newsletter/issue'
import type { Warn } from '../problem'
import { languageOf } from '../text/language'
import { tidyText } from '../text/tidy-spans'
import { webAddress } from '../text/web-address'
import { shorten } from './contents'
import type { Piece } from './piece'
import { isDisclaimer, isFurniture, isPlace, isTailName } from './words'

/** Reads the last part: the disclaimer in both languages, and how to reach the firm. */
export function readTail(
  pieces: readonly Piece[],
  warn: Warn,
): { disclaimer: BilingualText; contact: Contact } {
  const disclaimer: Record<Language, string[]> = { zh: [], en: [] }
  const contact: Contact = { website: null, email: null, tel: [], fax: [], offices: { zh: [], en: [] } }
  for (const piece of pieces) {
    const lines = piece.lines.length > 0 ? piece.lines.map(({ text }) => text) : [piece.text]
    if (readContact(piece, lines, contact)) continue
    if (piece.text === '' || isTailName(piece.text) || isFurniture(piece.text) || LABEL.test(piece.text))
      continue
    const language = piece.language
    const continued = language && disclaimer[language].length > 0 && piece.shape === 'prose'
    if (language && piece.shape !== 'title' && (isDisclaimer(piece.text) || continued))
      disclaimer[language].push(piece.text)
    else
      warn(
        'text-left-out',
        `"${shorten(piece.text)}" has no place in an issue and was left out.`,
        piece.place,
      )
  }
  const joined = (language: Language): string | null => disclaimer[language].join('\n') || null
  return { disclaimer: { zh: joined('zh'), en: joined('en') }, contact }
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u
const WEBSITE = /(?:https?:\/\/|www\.)[^\s|｜，。、；,;）)]+/iu
const LABELLED_WEBSITE = /^(?:(?:website|web|网址|网站|官网)[\s/]*)+[:：]\s*([\w-]+(?:\.[\w-]+)+\S*)/iu
const TEL = /(?:(?:\b(?:tel|telephone|phone|t)\b|电话|座机)[\s/.:：]*)+/iu
const FAX = /(?:(?:\b(?:fax|f)\b|传真)[\s/.:：]*)+/iu
/** A label in one language whose translation stands before the value: 电话 Tel：… */
const LABEL =
  /^(?:tel|telephone|phone|fax|e-?mail|website|web|电话|座机|传真|邮箱|电邮|邮件|网址|网站|官网)$/iu
const NUMBERS = /^[+(（]{0,2}\d[\d\s()（）+/／、,，;；-]*/u

/** Whether the piece said something of this kind: each of its lines may hold several. */
function readContact(piece: Piece, lines: readonly string[], contact: Contact): boolean {
  let found = false
  for (const line of lines) {
    const tel = numbersAfter(TEL, line)
    const fax = numbersAfter(FAX, line)
    const email = EMAIL.exec(line)?.[0]
    const website = LABELLED_WEBSITE.exec(line)?.[1] ?? WEBSITE.exec(line)?.[0]
    const offices = tel.length + fax.length > 0 || email || website ? [] : officesIn(line)
    addNew(contact.tel, tel)
    addNew(contact.fax, fax)
    contact.email ??= email ?? null
    const isPlain = website && line.length < 300 && !isDisclaimer(line)
    if (isPlain) contact.website ??= webAddress(/^https?:/iu.test(website) ? website : `http://${website}`)
    const language = offices.length > 0 ? languageOf(line) : null
    if (language) addNew(contact.offices[language], offices)
    found ||= tel.length + fax.length > 0 || Boolean(email) || Boolean(isPlain) || offices.length > 0
  }
  if (!found) return false
  return !isDisclaimer(piece.text)
}

function addNew(list: string[], found: readonly string[]): void {
  list.push(...found.filter((one) => !list.includes(one)))
}

function numbersAfter(label: RegExp, line: string): string[] {
  const match = label.exec(line)
  if (!match) return []
  const numbers = NUMBERS.exec(line.slice(match.index + match[0].length))?.[0] ?? ''
  const parts = numbers
    .split(/[/／、,，;；]/u)
    .map(tidyText)
    .filter((part) => /\d/u.test(part))
  return parts.map((part) => withPrefix(part, parts[0] ?? part))
}

/** `64096261` behind `+8610 64096260` repeats only the last digits: what stands before them is meant too. */
function withPrefix(part: string, first: string): string {
  const digits = (text: string): number => text.replace(/\D/gu, '').length
  if (part === first || /^[+(（]/u.test(part) || digits(part) >= digits(first)) return part
  let kept = first.length
  for (let left = digits(part); left > 0 && kept > 0; kept -= 1)
    if (/\d/u.test(first.charAt(kept - 1))) left -= 1
  return first.slice(0, kept) + part
}

const LONGEST_OFFICE = 30

/** 北京 | 上海, Beijing · Shanghai: two or more short names in a row, or places that firms have offices in. */
function officesIn(line: string): string[] {
  const list = line.replace(/^(?:办公室|我们的办公室|offices?|our offices)\s*[:：]\s*/iu, '')
  if (/[。！？.!?\d]$/u.test(list)) return []
  const namesBetween = (separator: RegExp): string[] => list.split(separator).map(tidyText)
  const strong = namesBetween(list === line ? /[|｜·•/／、]/u : /[|｜·•/／、，,]/u)
  const isList = strong.every((name) => name !== '' && name.length <= LONGEST_OFFICE && !/\d/u.test(name))
  if (strong.length > 1) return isList ? strong : []
  const weak = namesBetween(/[,，]|\s(?=\p{Script=Han})/u)
  return weak.every(isPlace) ? weak : []
}
