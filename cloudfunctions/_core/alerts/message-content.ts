import type { BilingualText, Language } from '#shared/newsletter/bilingual'
import type { Issue } from '#shared/newsletter/issue'
import { cutTo, fieldRule, type IssueSource, oneLine } from './alert-field'
import type { FieldSource } from './alert-settings'
import { beijingMoment } from './beijing-moment'

type Fields = Readonly<Record<string, FieldSource>>

/** The message of an issue in each language: its fields as WeChat takes them, never empty and never too long. */
export function messageContent(
  fields: Fields,
  issue: Issue,
  publishedAt: number,
): Record<Language, Record<string, string>> {
  const inLanguage = (language: Language) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, source]) => {
        const text =
          source.from === 'text' ? source.text[language] : textOf(source.from, issue, language, publishedAt)
        return [name, cutTo(oneLine(text), fieldRule(name)?.longest ?? 1)]
      }),
    )
  return { zh: inLanguage('zh'), en: inLanguage('en') }
}

function textOf(source: IssueSource, issue: Issue, language: Language, publishedAt: number): string {
  const items = issue.sections.flatMap((section) => section.items)
  const { series } = issue
  switch (source) {
    case 'publication':
      return half(issue.publication, language, issue.id)
    case 'series':
      return half(series.title, language, issue.id)
    case 'title':
      return [numberOf(series.number, language), half(series.title, language, issue.id)].join(' ')
    case 'headline':
      return half(items[0]?.title ?? series.title, language, half(series.title, language, issue.id))
    case 'number':
      return String(issue.number ?? issue.id)
    case 'itemCount':
      return String(items.length)
    case 'date':
      return dateOf(issue, publishedAt)
    case 'publishedAt':
      return beijingMoment(publishedAt)
  }
}

/** A field must not be empty: what one language lacks is said in the other. */
function half(text: BilingualText, language: Language, otherwise: string): string {
  const candidates = [text[language], text.zh, text.en].map((each) => oneLine(each ?? ''))
  return candidates.find((each) => each !== '') ?? otherwise
}

/** First in its field, so that it is not what is cut. */
function numberOf(number: number | null, language: Language): string {
  if (number === null) return ''
  return language === 'zh' ? `第${number}期` : `No.${number}`
}

/** In Chinese for all: WeChat takes no other form. Where only the month is known, the day of publication stands for it. */
function dateOf({ date }: Issue, publishedAt: number): string {
  if (date === null) return beijingMoment(publishedAt).split(' ')[0] ?? ''
  const [year, month, day] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
