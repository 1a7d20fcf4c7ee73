import type { BilingualText, Language } from '#shared/newsletter/bilingual'
import type { Place } from '#shared/newsletter/problem'
import type { Warn } from '../problem'
import { languageOf } from '../text/language'
import { tidyText } from '../text/tidy-spans'
import { titleKey } from '../text/title-key'
import { shorten } from './contents'
import { cutTitle } from './cut-bilingual'
import { type IssueMark, takeMarks } from './issue-marks'
import type { Masthead } from './outline'
import type { Piece } from './piece'
import { hasSeriesName, isContentsName, isFurniture, isPageHead, withoutBrackets } from './words'

/** What else stands in the line of a name. */
type Line = { numbers: readonly number[]; pair: number | null; place: Place }

/** A name in both languages, and the numbers that stand behind it. */
type Name = { title: BilingualText; numbers: number[]; pair: number | null; place: Place }

export function readMasthead(pieces: readonly Piece[], start: Place, warn: Warn): Masthead {
  const reader = new MastheadReader(warn)
  for (const piece of pieces) for (const part of hasOwnLines(piece) ? piece.lines : [piece]) reader.read(part)
  return reader.finish(pieces[0]?.place ?? start)
}

/** A name that wraps is one; a name above a number or the firm's own is not. */
function hasOwnLines({ lines }: Piece): boolean {
  return lines.some(({ text }) => isFurniture(text) || takeMarks(text).marks.length > 0)
}

class MastheadReader {
  private readonly names: Name[] = []
  private readonly unnamed: number[] = []
  private total: number | null = null
  private month: string | null = null
  private date: string | null = null
  private readonly seen = new Set<string>()

  constructor(private readonly warn: Warn) {}

  read(piece: Piece): void {
    if (isPageHead(piece.text)) return
    const { marks, rest } = takeMarks(piece.text)
    const isName = piece.shape !== 'prose' && piece.language !== null && rest !== ''
    const numbers = marks.flatMap((mark) => (mark.kind === 'number' ? [mark.value] : []))
    const { pair, place } = piece
    if (isName && !isFurniture(rest) && !isContentsName(piece.text))
      this.addNames(marks.length > 0 ? tidyText(rest) : piece.text, { numbers, pair, place })
    else if (rest !== '' && piece.text !== '' && !isFurniture(rest))
      this.warn(
        'text-left-out',
        `"${shorten(piece.text)}" has no place in an issue and was left out.`,
        piece.place,
      )
    for (const mark of marks) this.addMark(mark, piece.place)
  }

  /** In a masthead a line in both languages is always two names. */
  private addNames(text: string, line: Line): void {
    const cut = cutTitle(text)
    if (!cut) {
      this.addName(text, line)
      return
    }
    const pair = line.pair ?? -1 - this.names.length
    for (const part of [text.slice(0, cut.end), text.slice(cut.start)]) this.addName(part, { ...line, pair })
  }

  private addName(written: string, line: Line): void {
    const text = withoutBrackets(written)
    const key = titleKey(text)
    const language = languageOf(text)
    if (!language || this.seen.has(key) || isFurniture(text)) return
    this.seen.add(key)
    const last = this.names.at(-1)
    if (last && last.title[language] === null && this.isTranslation(last, text, language, line))
      last.title[language] = text
    else
      this.names.push({
        title: { zh: null, en: null, [language]: text },
        numbers: [],
        pair: line.pair,
        place: line.place,
      })
  }

  /** 立方知识产权周报 is no translation of NEWSLETTER: a series names what it is in both languages. */
  private isTranslation(name: Name, text: string, language: Language, { pair, numbers }: Line): boolean {
    if (pair !== null && name.pair === pair) return true
    if (name.pair !== null && pair !== null) return false
    const isSeries = hasSeriesName((language === 'zh' ? name.title.en : name.title.zh) ?? '')
    if (isSeries !== hasSeriesName(text)) return false
    // Behind its number a name is complete, unless the number is repeated in the other language.
    return name.numbers.length === 0 || isSeries || numbers.some((value) => name.numbers.includes(value))
  }

  private addMark(mark: IssueMark, place: Place): void {
    if (mark.kind === 'number') {
      const numbers = this.names.at(-1)?.numbers ?? this.unnamed
      if (mark.total) this.total = mark.value
      else if (!numbers.includes(mark.value)) numbers.push(mark.value)
      return
    }
    const differs =
      (this.month !== null && this.month !== mark.month) ||
      (this.date !== null && mark.day !== null && this.date !== mark.day)
    if (differs) {
      const used = this.date ?? this.month
      this.warn('dates-differ', `The masthead has more than one date; ${used} is used.`, place)
      return
    }
    this.month = mark.month
    this.date ??= mark.day
  }

  finish(place: Place): Masthead {
    const series = this.chooseSeries()
    const publication = this.names.find((name) => name !== series)
    for (const name of this.names) {
      if (name === series || name === publication) continue
      if (publication && publication.numbers.length === 0) publication.numbers.push(...name.numbers)
      const text = shorten(name.title.zh ?? name.title.en ?? '')
      const message = `"${text}" in the masthead was left out: it is neither publication nor series.`
      this.warn('text-left-out', message, name.place)
    }
    const numbers = this.chooseNumbers(publication, series, place)
    return {
      publication: publication?.title ?? { zh: null, en: null },
      number: numbers.publication,
      series: { title: series?.title ?? { zh: null, en: null }, number: numbers.series },
      month: this.month,
      date: this.date,
      place,
    }
  }

  /** A number counts the name that it follows; where only one of two names has any, an editor should look. */
  private chooseNumbers(
    publication: Name | undefined,
    series: Name | undefined,
    place: Place,
  ): { publication: number | null; series: number | null } {
    const running = [...this.unnamed, ...(publication?.numbers ?? [])]
    const own = [...(series?.numbers ?? [])]
    if (this.total !== null) {
      // Where one number counts all series, another beside it is the series' own.
      const others = running.splice(0).filter((value) => value !== this.total)
      running.push(this.total, ...(own.length > 0 ? others : []))
      if (own.length === 0) own.push(...others)
    } else if (!publication) own.push(...running.splice(0))
    else if (running.length === 0 && own.length === 2) {
      running.push(...own.splice(0, 1))
      const message = `Two numbers stand together; ${running[0]} is taken for the running number, ${own[0]} for the series.`
      this.warn('number-unclear', message, place)
    } else if (series && running.length > 0 && own.length === 0) {
      const message = `The only number, ${running[0]}, is taken for the publication's: the series has none.`
      this.warn('number-unclear', message, place)
    }
    for (const numbers of [running, own]) {
      if (numbers.length < 2) continue
      const message = `The masthead has the numbers ${numbers.join(', ')}; ${numbers[0]} is used.`
      this.warn('numbers-differ', message, place)
    }
    return { publication: running[0] ?? null, series: own[0] ?? null }
  }

  /** The name that says how often it appears, else the second one; a single name is a series if it says so. */
  private chooseSeries(): Name | undefined {
    const isSeries = ({ title }: Name): boolean =>
      hasSeriesName(title.zh ?? '') || hasSeriesName(title.en ?? '')
    const rest = this.names.slice(1)
    return rest.find(isSeries) ?? rest[0] ?? this.names.find(isSeries)
  }
}
