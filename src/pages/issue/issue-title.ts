import { wordsIn } from '#reader/words'
import type { Language } from '#shared/newsletter/bilingual'
import type { Issue } from '#shared/newsletter/issue'
import { firstText } from '#shared/newsletter/shown-text'

/** What an issue is called where there is one line for it: on a shared card, in the bar on top. */
export function issueTitle({ series }: Issue, language: Language): string {
  const title = firstText(series.title, language)
  return series.number === null ? title : `${title} ${wordsIn(language).number(series.number)}`
}
