import { tidyText } from '../text/tidy-spans'
import { isPlace } from './words'

/** What one line says of how to reach the firm; `rest` is what it says besides. */
export type ContactLine = {
  tel: string[]
  fax: string[]
  email: string | null
  website: string | null
  offices: string[]
  rest: string
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u
const WEBSITE = /(?:https?:\/\/|www\.)[^\s|｜，。、；,;）)]+/iu
const LABELLED_WEBSITE = /^(?:(?:website|web|网址|网站|官网)[\s/]*)+[:：]\s*([\w-]+(?:\.[\w-]+)+\S*)/iu
const TEL = /(?:(?:\b(?:tel|telephone|phone|t)\b|电话|座机)[\s/.:：]*)+/iu
const FAX = /(?:(?:\b(?:fax|f)\b|传真)[\s/.:：]*)+/iu
const NUMBERS = /^[+(（]{0,2}\d[\d\s()（）+/／、,，;；-]*/u
const LABELS =
  /\b(?:tel|telephone|phone|fax|t|f|e-?mail|mail|website|web)\b|电话|座机|传真|电子邮箱|电子邮件|邮箱|电邮|邮件|网址|网站|官网/giu

const LABELLED =
  /^(?:(?:tel|telephone|phone|fax|e-?mail|website|web)\b|电话|传真|邮箱|电邮|网址|网站)[^。]*[:：]/iu

/** Null for a line that says nothing of this kind. */
export function readContactLine(line: string): ContactLine | null {
  const tel = numbersAfter(TEL, line)
  const fax = numbersAfter(FAX, line)
  const email = EMAIL.exec(line)?.[0] ?? null
  const website = LABELLED_WEBSITE.exec(line)?.[1] ?? WEBSITE.exec(line)?.[0] ?? null
  const isReach = tel.numbers.length + fax.numbers.length > 0 || email !== null || website !== null
  const offices = isReach ? [] : officesIn(line)
  if (!isReach && offices.length === 0) return null
  const said = [tel.text, fax.text, email, website].filter((text) => text !== null && text !== '')
  const rest = isReach ? said.reduce<string>((text, part) => text.replace(part ?? '', ' '), line) : ''
  return { tel: tel.numbers, fax: fax.numbers, email, website, offices, rest: wordsOf(rest) }
}

/** Whether a line begins with a way to reach the firm, or is a list of places: a text of an item does neither. */
export function isContactLine(line: string): boolean {
  return (
    (LABELLED.test(line) && readContactLine(line) !== null) ||
    /^\S+@\S+\.\w+$/u.test(line) ||
    /^(?:https?:\/\/)?www\.\S+$/iu.test(line) ||
    (/[|｜·•/／、，,\s]/u.test(line) &&
      line.split(/\s*[|｜·•/／、，,]\s*|\s(?=\p{Script=Han})/u).every(isPlace))
  )
}

/** What is left without labels and strokes; empty where no word is. */
export function wordsOf(text: string): string {
  const words = text.replace(LABELS, ' ')
  return /\p{L}/u.test(words) ? tidyText(words) : ''
}

function numbersAfter(label: RegExp, line: string): { numbers: string[]; text: string } {
  const match = label.exec(line)
  const text = match ? (NUMBERS.exec(line.slice(match.index + match[0].length))?.[0] ?? '') : ''
  const parts = text
    .split(/[/／、,，;；]/u)
    .map(tidyText)
    .filter((part) => /\d/u.test(part))
  return { numbers: parts.map((part) => withPrefix(part, parts[0] ?? part)), text }
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
