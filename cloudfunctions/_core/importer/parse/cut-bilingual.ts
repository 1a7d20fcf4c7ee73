import { countWords, hasHan, languageOf } from '../text/language'
import { withoutNumbering } from '../text/title-key'

/** `sure`: a separator says so. Otherwise a Chinese title may only end in an English name. */
export type BilingualCut = { end: number; start: number; sure: boolean }

const SEPARATOR = /\s*[|｜]\s*/gu
const WEAK_SEPARATOR = /\s+[/／·•—–-]+\s+|\s*[／]\s*/gu
const LATIN = /\p{Script=Latin}/u
const BETWEEN = /[\s|｜/／·•—–:：-]/u

/** Where a title's Chinese and English meet: 国内要闻 | Domestic News, DOMESTIC NEWS 国内要闻. Null in one language. */
export function cutTitle(text: string): BilingualCut | null {
  if (!hasHan(withoutNumbering(text)) || !LATIN.test(text)) return null
  return cutAtSeparator(text, SEPARATOR) ?? cutAtSeparator(text, WEAK_SEPARATOR) ?? cutAtScript(text)
}

function cutAtSeparator(text: string, separator: RegExp): BilingualCut | null {
  const found = [...text.matchAll(separator)]
  const only = found[0]
  if (!only || found.length > 1) return null
  const before = languageOf(text.slice(0, only.index))
  const after = languageOf(text.slice(only.index + only[0].length))
  if (!before || !after || before === after) return null
  return { end: only.index, start: only.index + only[0].length, sure: separator === SEPARATOR }
}

function cutAtScript(text: string): BilingualCut | null {
  const cut = cutAfterHan(text) ?? cutBeforeHan(text)
  if (!cut || isInsideBrackets(text, cut.start)) return null
  return cut
}

function cutAfterHan(text: string): BilingualCut | null {
  let start = lastHan(text) + 1
  while (start < text.length && !/[\p{L}\p{N}“"'‘(（]/u.test(text.charAt(start))) start += 1
  const english = text.slice(start)
  if (!/^[“"'‘]?[\p{Lu}\p{N}]/u.test(english) || countWords(english) === 0) return null
  return languageOf(text.slice(0, start)) === 'zh' ? { end: trimmed(text, start), start, sure: false } : null
}

function cutBeforeHan(text: string): BilingualCut | null {
  let start = text.search(/\p{Script=Han}/u)
  while (start > 0 && /[《“「『]/u.test(text.charAt(start - 1))) start -= 1
  const english = text.slice(0, start)
  const chinese = text.slice(start)
  if (LATIN.test(chinese) || countWords(english) === 0 || !/[\s|/／]$/u.test(english)) return null
  return { end: trimmed(text, start), start, sure: false }
}

/** Running text of both languages in one paragraph: Chinese sentences, then English ones, or the other way round. */
export function cutProse(text: string): number | null {
  const last = lastHan(text)
  if (last < 0) return null
  const tail = /[\p{Lu}“"]/u.exec(text.slice(last))
  if (tail) {
    const at = last + tail.index
    if (/[。！？.!?)）\]】]\s*$/u.test(text.slice(Math.max(0, at - 8), at)) && isEnglishText(text.slice(at)))
      return at
  }
  const first = text.search(/[《“「]?\p{Script=Han}/u)
  const before = text.slice(0, first)
  return /[.!?)\]]["”]?\s*$/u.test(before.slice(-8)) && isEnglishText(before) ? first : null
}

/** Long enough to be no quoted name, or a short sentence of its own. */
function isEnglishText(text: string): boolean {
  const words = countWords(text)
  return (
    (text.length >= 60 && words >= 12) ||
    (words >= 3 && /^(?!read|see|view|click)[^.]{12,}\.\s*$/iu.test(text))
  )
}

function lastHan(text: string): number {
  for (let index = text.length - 1; index >= 0; index -= 1)
    if (/\p{Script=Han}/u.test(text.charAt(index))) return index
  return -1
}

function trimmed(text: string, start: number): number {
  let end = start
  while (end > 0 && BETWEEN.test(text.charAt(end - 1))) end -= 1
  return end
}

function isInsideBrackets(text: string, index: number): boolean {
  let depth = 0
  for (const character of text.slice(0, index)) {
    if ('(（[【《“「'.includes(character)) depth += 1
    if (')）]】》”」'.includes(character)) depth -= 1
  }
  return depth > 0
}
