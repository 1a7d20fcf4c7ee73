import { spansToText } from '#shared/drafts/spans-to-text'
import { textToSpans } from '#shared/drafts/text-to-spans'
import type { Language } from '#shared/newsletter/bilingual'
import type { Paragraph, Span } from '#shared/newsletter/issue'
import { joinTexts, splitText } from './split-text'

/** A paragraph as it is being written: it may be empty, which none in an issue is. */
export type Row = { id: number; text: string }

/** Never repeated while the mini-program runs, so that a field is never taken for another. */
let lastId = 0

export function newRow(text: string): Row {
  lastId += 1
  return { id: lastId, text }
}

/** A half without a text has one field to begin in. */
export function rowsOf(paragraphs: readonly Paragraph[] | null): Row[] {
  return paragraphs ? paragraphs.map((spans) => newRow(spansToText(spans))) : [newRow('')]
}

export function paragraphsOf(rows: readonly Row[]): Span[][] {
  return rows.flatMap(({ text }) => text.split('\n').map((line) => textToSpans(line.trim())))
}

export function writeRow(rows: readonly Row[], id: number, text: string): Row[] {
  return rows.map((row) => (row.id === id ? { ...row, text } : row))
}

export function splitRow(rows: readonly Row[], id: number, cursor: number): Row[] {
  return rows.flatMap((row) => {
    if (row.id !== id) return [row]
    const [before, after] = splitText(row.text, cursor)
    return [{ ...row, text: before }, newRow(after)]
  })
}

/** Where return was pressed, or several paragraphs were pasted. */
export function splitLines(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => {
    if (!row.text.includes('\n')) return [row]
    const [first = '', ...others] = row.text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    return [{ ...row, text: first }, ...others.map(newRow)]
  })
}

export function joinWithNext(rows: readonly Row[], id: number, language: Language): Row[] {
  const at = rows.findIndex((row) => row.id === id)
  const [row, next] = [rows[at], rows[at + 1]]
  if (!row || !next) return [...rows]
  const joined = { ...row, text: joinTexts(row.text, next.text, language) }
  return [...rows.slice(0, at), joined, ...rows.slice(at + 2)]
}

export function addAfter(rows: readonly Row[], id: number): Row[] {
  return rows.flatMap((row) => (row.id === id ? [row, newRow('')] : [row]))
}

/** There is always a field to write in. */
export function removeRow(rows: readonly Row[], id: number): Row[] {
  const others = rows.filter((row) => row.id !== id)
  return others.length > 0 ? others : [newRow('')]
}
