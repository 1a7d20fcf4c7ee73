import type { Language } from '#shared/newsletter/bilingual'
import type { Issue, Paragraph } from '#shared/newsletter/issue'
import { CURLED, curlQuotes, STRAIGHT } from '../text/curl-quotes'

/**
 * Evens out quotation marks in a language that has both the typewriter's and typeset ones, which is how one text
 * looks after it went through several programs. Where only one kind is used, it is the editors' own and stays.
 */
export function evenQuotes(issue: Issue): Issue {
  const mixed = (['zh', 'en'] as const).filter((language) => {
    const text = textsIn(issue, language).join('\n')
    return CURLED.test(text) && STRAIGHT.test(text)
  })
  return mixed.reduce(curlIn, issue)
}

function textsIn({ sections, disclaimer }: Issue, language: Language): string[] {
  const items = sections.flatMap((section) => section.items)
  return [
    ...sections.map(({ title }) => title[language] ?? ''),
    ...items.map(({ title }) => title[language] ?? ''),
    ...items.flatMap(({ body }) => (body[language] ?? []).flat().map(({ text }) => text)),
    disclaimer[language] ?? '',
  ]
}

function curlIn(issue: Issue, language: Language): Issue {
  const curl = <Half extends Issue['disclaimer']>(halves: Half): Half => {
    const text = halves[language]
    return text === null ? halves : { ...halves, [language]: curlQuotes(text) }
  }
  return {
    ...issue,
    disclaimer: curl(issue.disclaimer),
    sections: issue.sections.map((section) => ({
      title: curl(section.title),
      items: section.items.map((item) => ({
        ...item,
        title: curl(item.title),
        body: { ...item.body, [language]: item.body[language]?.map(curlParagraph) ?? null },
      })),
    })),
  }
}

/** A quotation may go over several spans. Each mark is one character before and after. */
function curlParagraph(paragraph: Paragraph): Paragraph {
  const curled = curlQuotes(paragraph.map(({ text }) => text).join(''))
  let at = 0
  return paragraph.map((span) => {
    at += span.text.length
    return { ...span, text: curled.slice(at - span.text.length, at) }
  })
}
