import type { IssueSummary } from '#shared/issues/endpoints'
import type { Language } from '#shared/newsletter/bilingual'
import type { Issue } from '#shared/newsletter/issue'

/** Headlines that a list may show of one issue: a lead and three more. */
const HEADLINES = 4

/** Common reading speeds of adults: Chinese characters, and English words, a minute. */
const CHARACTERS_A_MINUTE = 400
const WORDS_A_MINUTE = 230

export function summarizeIssue(issue: Issue, seriesId: string): IssueSummary {
  const items = issue.sections.flatMap((section) => section.items)
  return {
    id: issue.id,
    publication: issue.publication,
    number: issue.number,
    series: issue.series,
    month: issue.month,
    date: issue.date,
    seriesId,
    headlines: items.slice(0, HEADLINES).map((item) => item.title),
    itemCount: items.length,
    minutes: {
      zh: Math.ceil((text(issue, 'zh').match(/\p{Script=Han}/gu)?.length ?? 0) / CHARACTERS_A_MINUTE),
      en: Math.ceil((text(issue, 'en').match(/\S+/gu)?.length ?? 0) / WORDS_A_MINUTE),
    },
  }
}

function text(issue: Issue, language: Language): string {
  return issue.sections
    .flatMap((section) => section.items)
    .flatMap((item) => [
      item.title[language] ?? '',
      ...(item.body[language] ?? []).flat().map((span) => span.text),
    ])
    .join(' ')
}
