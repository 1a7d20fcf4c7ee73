import type { DraftItem } from '#shared/drafts/draft-issue'
import { aMark, type Mark, type Stretch } from './mark'
import { plainText } from './plain-text'

const NAME = /《([^《》]+)》/g
const QUOTED = /["“]([^"“”]{2,160})["”]/g
/** Two words or more that begin with capitals: the Anti-Monopoly Law, the Law on the Protection of Minors. */
const CAPITALS =
  /\b[A-Z][\w'’&.-]{0,40}(?:\s(?:(?:of|on|the|and|for|in|to|against|with|by|as|from|at|its|or|between)\s){0,3}(?:\(?[A-Z0-9][\w'’&./-]{0,40}\)?)){0,30}/g
/** An acronym in the place of a name: GDPR, LGPD. */
const ACRONYM = /\b[A-Z]{3,8}\b/g

/** What the Chinese and the English name of a document have in common. */
const SORTS: readonly (readonly [RegExp, RegExp])[] = [
  [/法典|法|条例|法案/, /\b(?:Law|Act|Code|Statute|Bill|Regulations?|Ordinance|Decree)\b/i],
  [
    /规定|办法|细则|规则|规范/,
    /\b(?:Provisions?|Measures|Rules?|Regulations?|Specifications?|Norms?|Code)\b/i,
  ],
  [/指南|指引|手册/, /\b(?:Guid(?:e|es|ance|elines?)|Handbook|Manual|Instructions?)\b/i],
  [/标准|要求|规程/, /\b(?:Standards?|Requirements?|Specifications?|Procedures?)\b/i],
  [
    /通知|公告|通报|声明|公报/,
    /\b(?:Notices?|Circulars?|Announcements?|Statements?|Bulletins?|Communiqué)\b/i,
  ],
  [
    /意见|决定|解释|批复|命令|指令/,
    /\b(?:Opinions?|Decisions?|Interpretations?|Repl(?:y|ies)|Orders?|Directives?)\b/i,
  ],
  [
    /规划|计划|方案|纲要|战略|报告|白皮书|目录|清单/,
    /\b(?:Plans?|Programmes?|Programs?|Schemes?|Outlines?|Strateg(?:y|ies)|Reports?|Papers?|Catalogues?|Catalogs?|Lists?)\b/i,
  ],
  [
    /公约|协定|协议|条约|合同|框架|宪法|章程|原则|倡议|宣言|备忘录|条款/,
    /\b(?:Conventions?|Agreements?|Treat(?:y|ies)|Contracts?|Frameworks?|Constitution|Charters?|Principles|Initiatives?|Declarations?|Memorand(?:um|a)|Clauses)\b/i,
  ],
]

/**
 * A name in 《》 without its counterpart in italics, quotation marks or title capitals in English. Over the whole body:
 * which name stands in which paragraph is a matter of style. Titles are left out: there, all English words are capital.
 */
export function checkNames(item: DraftItem): Mark[] {
  if (!item.body.zh || !item.body.en) return []
  const names = namesIn(item.body.zh.map(plainText))
  if (names.length === 0) return []
  const left = candidatesIn(item.body.en)
  const open = names.filter((name) => {
    const found = left.findIndex((candidate) => isAlike(name.name, candidate))
    if (found >= 0) left.splice(found, 1)
    return found < 0
  })
  const rest = left.filter(({ isSetOff }) => isSetOff)
  const text = item.body.en.map(plainText).join('\n')
  return open
    .slice(rest.length)
    .map(({ stretch }) => aMark({ item: item.key, kind: 'name', part: stretch.part, zh: stretch }, [text]))
}

type Name = { name: string; stretch: Stretch }

/** Each name once: 《条例》 and 《条例（草案）》 are short for one that was named before. */
function namesIn(paragraphs: readonly string[]): Name[] {
  const names: Name[] = []
  paragraphs.forEach((text, part) => {
    for (const match of text.matchAll(NAME)) {
      const name = bare(match[1] ?? '')
      const start = match.index ?? 0
      if (names.some((known) => isShortFor(name, known.name) || isShortFor(known.name, name))) continue
      names.push({ name, stretch: { part, start, end: start + match[0].length, text: match[0] } })
    }
  })
  return names
}

function bare(name: string): string {
  const plain = name.replace(/[（(][^（）()]*[)）]|[〈〉\s]/g, '')
  return plain === '' ? name : plain
}

/** Whether all its characters stand in the longer name, in their order. */
function isShortFor(short: string, long: string): boolean {
  let place = 0
  for (const character of short) {
    place = long.indexOf(character, place) + 1
    if (place === 0) return false
  }
  return true
}

type Candidate = { text: string; isSetOff: boolean }

/** What may be a name in English, the surest first. */
function candidatesIn(paragraphs: NonNullable<DraftItem['body']['en']>): Candidate[] {
  const emphasised = paragraphs.flatMap((paragraph) =>
    paragraph.filter(({ emphasis }) => emphasis).map(({ text }) => text),
  )
  const texts = paragraphs.map(plainText)
  const found = (pattern: RegExp): string[] =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]))
  const setOff = unique([...emphasised, ...found(QUOTED)])
  const others = unique([...found(CAPITALS).filter((text) => /\s/.test(text)), ...found(ACRONYM)])
  return [
    ...setOff.map((text) => ({ text, isSetOff: true })),
    ...others
      .filter((text) => !setOff.some((known) => known.includes(text)))
      .map((text) => ({ text, isSetOff: false })),
  ]
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}

function isAlike(name: string, { text, isSetOff }: Candidate): boolean {
  const sorts = SORTS.filter(([chinese]) => chinese.test(name))
  if (sorts.length === 0) return isSetOff
  return sorts.some(([, english]) => english.test(text))
}
