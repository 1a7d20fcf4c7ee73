import type { Problem } from '#shared/newsletter/problem'
import type { Half, Outline, OutlineItem } from '../parse/outline'
import { anError, type Warn } from '../problem'
import { webAddress } from '../text/web-address'

const LANGUAGES = ['zh', 'en'] as const
const NAMES = { zh: 'Chinese', en: 'English' }

/** Why no issue can be made of this outline; null where one can. */
export function findObstacle(outline: Outline): Problem | null {
  const { masthead, sections } = outline
  const halves = sections.flatMap(({ items }) => items).flatMap(({ zh, en }) => [zh, en])
  const items = sections.reduce((count, section) => count + section.items.length, 0)
  const isNumbered = masthead.number !== null || masthead.series.number !== null
  const isBilingual = LANGUAGES.every((language) => halves.some((half) => half?.language === language))
  const isHeaded = isNumbered || (masthead.month !== null && isBilingual)
  if (items === 0 || !isHeaded) {
    const missing =
      items === 0 ? 'titles with texts below them' : 'number such as No.204 or 第38期 at its head'
    return anError('not-a-newsletter', `This is no newsletter: it has no ${missing}.`, masthead.place)
  }
  if (masthead.month === null)
    return anError(
      'missing-month',
      'The masthead has no month: write it there, such as 2021.01 or 2021年1月.',
      masthead.place,
    )
  return null
}

/** Reports every half that is missing, and every source that leads nowhere. */
export function checkOutline(outline: Outline, warn: Warn): void {
  const { masthead, sections, disclaimer, tailPlace } = outline
  for (const language of LANGUAGES) {
    const name = NAMES[language]
    if (masthead.publication[language] === null)
      warn('missing-publication', `The masthead has no ${name} name of the publication.`, masthead.place)
    if (masthead.series.title[language] === null)
      warn('missing-series', `The masthead has no ${name} name of the series.`, masthead.place)
    if (disclaimer[language] === null)
      warn('missing-disclaimer', `There is no ${name} disclaimer.`, tailPlace)
  }
  if (masthead.number === null && masthead.series.number === null)
    warn('missing-number', 'The masthead has no number of the issue.', masthead.place)
  for (const section of sections) {
    if (section.items.length === 0) {
      const title = section.title.zh ?? section.title.en ?? ''
      warn('empty-section', `The section "${title}" has no items and was left out.`, section.place)
      continue
    }
    const isNamed = section.title.zh !== null || section.title.en !== null
    if (!isNamed) warn('missing-section', 'These items stand under no section.', section.place)
    for (const language of LANGUAGES)
      if (isNamed && section.title[language] === null)
        warn('missing-section-title', `The section has no ${NAMES[language]} title.`, section.place)
    for (const item of section.items) checkItem(item, warn)
  }
}

function checkItem(item: OutlineItem, warn: Warn): void {
  for (const language of LANGUAGES) {
    const half = item[language]
    const other = item[language === 'zh' ? 'en' : 'zh']
    const name = NAMES[language]
    if (!half) {
      const title = other?.title ? ` of "${other.title}"` : ''
      warn(`missing-${language}`, `The ${name} half${title} is missing.`, item.place)
      continue
    }
    if (half.title === null) warn('missing-title', `The ${name} text has no title.`, half.place)
    if (half.paragraphs.length === 0)
      warn('missing-body', `The ${name} title has no text below it.`, half.place)
    checkSource(half, other, name, warn)
  }
}

function checkSource(half: Half, other: Half | null, name: string, warn: Warn): void {
  const { source } = half
  if (!source) {
    if (other?.source && half.paragraphs.length > 0)
      warn('missing-source', `The ${name} text has no source link; the other half has one.`, half.place)
    return
  }
  if (source.href !== null && webAddress(source.href) !== null) return
  const why =
    source.href === null
      ? 'stands there without a link'
      : source.href === '#' || source.href === ''
        ? 'leads nowhere'
        : `leads to "${source.href.slice(0, 80)}", which is no web address`
  warn('source-without-address', `"${source.words}" ${why}: the source is left empty.`, source.place)
}
