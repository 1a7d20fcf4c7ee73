import { dateInWords } from '#reader/date-in-words'
import { DOT } from '#reader/dot'
import { wordsIn } from '#reader/words'
import type { Language } from '#shared/newsletter/bilingual'
import type { Issue } from '#shared/newsletter/issue'
import { firstText } from '#shared/newsletter/shown-text'
import { posterWordsIn } from './words'

/** What stands on a poster, all of it in one language. */
export type Poster = {
  language: Language
  publication: string
  /** The publication's number over all series. */
  runningNumber: string | null
  series: string
  /** The series' own number, and when it came out. */
  edition: string
  headlines: readonly string[]
  scan: string
  about: string
  firm: string
}

const HEADLINES = 3

export function posterOf(issue: Issue, language: Language): Poster {
  const words = wordsIn(language)
  const { scan, about } = posterWordsIn(language)
  const { series, number } = issue
  const titles: string[] = []
  for (const { items } of issue.sections)
    for (const { title } of items) titles.push(firstText(title, language))
  const date = dateInWords(issue, words)
  return {
    language,
    publication: firstText(issue.publication, language),
    runningNumber: number === null ? null : words.runningNumber(number),
    series: firstText(series.title, language),
    edition: series.number === null ? date : `${words.number(series.number)}${DOT}${date}`,
    headlines: titles.filter((title) => title !== '').slice(0, HEADLINES),
    scan,
    about: about(titles.length),
    firm: words.firm,
  }
}
