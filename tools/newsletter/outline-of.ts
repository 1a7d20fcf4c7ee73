import type { BilingualText } from '#shared/newsletter/bilingual'
import type { Issue, Item, Paragraph } from '#shared/newsletter/issue'

/** The issue at a glance, for a terminal: every title, and how much text stands below it. */
export function outlineOf(issue: Issue): string {
  const { publication, number, series, contact } = issue
  const lines = [
    `${both(publication)}${number === null ? '' : `  No.${number}`}  ${issue.date ?? issue.month}`,
    `${both(series.title)}${series.number === null ? '' : `  No.${series.number}`}`,
    `id ${issue.id}`,
  ]
  for (const section of issue.sections) {
    lines.push('', both(section.title))
    section.items.forEach((item, index) => {
      lines.push(...outlineOfItem(item, index + 1))
    })
  }
  lines.push('', `Disclaimer: ${halves(issue.disclaimer)}`)
  lines.push(`Offices: ${[...contact.offices.zh, ...contact.offices.en].join(', ') || 'none'}`)
  const ways = [contact.website, contact.email, ...contact.tel, ...contact.fax.map((fax) => `fax ${fax}`)]
  lines.push(`Contact: ${ways.filter((way) => way !== null).join(', ') || 'none'}`)
  return `${lines.join('\n')}\n`
}

function outlineOfItem({ title, body, source }: Item, number: number): string[] {
  const line = (language: 'zh' | 'en'): string => {
    const text = title[language] ?? '(no title)'
    const link = source[language] === null ? '' : `  ${source[language]}`
    return `${text}  [${sizeOf(body[language], language)}]${link}`
  }
  const lead = `  ${number}. `
  return [`${lead}${line('zh')}`, `${' '.repeat(lead.length)}${line('en')}`]
}

function sizeOf(body: Paragraph[] | null, language: 'zh' | 'en'): string {
  if (!body) return 'no text'
  const text = body.map((spans) => spans.map((span) => span.text).join('')).join(' ')
  const size = language === 'zh' ? `${text.length} characters` : `${text.split(' ').length} words`
  return body.length > 1 ? `${size}, ${body.length} paragraphs` : size
}

function both({ zh, en }: BilingualText): string {
  return `${zh ?? '(no Chinese)'} / ${en ?? '(no English)'}`
}

function halves({ zh, en }: BilingualText): string {
  return [zh && 'Chinese', en && 'English'].filter(Boolean).join(' and ') || 'none'
}
