import type { BilingualText, Language } from '#shared/newsletter/bilingual'
import type { Contact } from '#shared/newsletter/issue'
import type { Place } from '#shared/newsletter/problem'
import type { BlockSpan } from '../read/block'
import type { SourceLink } from './source-link'

/** One language's half of an item, as found: its title and body may be missing. */
export type Half = {
  language: Language
  title: string | null
  /** The title's letters and digits; empty where there is no title. */
  key: string
  /** The number before the title, where there was one. */
  number: number | null
  paragraphs: BlockSpan[][]
  source: SourceLink | null
  place: Place
}

export type OutlineItem = { zh: Half | null; en: Half | null; place: Place }

export type OutlineSection = { title: BilingualText; items: OutlineItem[]; place: Place }

export type Masthead = {
  publication: BilingualText
  number: number | null
  series: { title: BilingualText; number: number | null }
  month: string | null
  date: string | null
  place: Place
}

/** The document's structure, before it is checked and made an issue. */
export type Outline = {
  masthead: Masthead
  sections: OutlineSection[]
  disclaimer: BilingualText
  contact: Contact
  /** Where the last part begins, or the document ends. */
  tailPlace: Place
}
