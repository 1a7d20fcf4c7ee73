import type { Language } from '#shared/newsletter/bilingual'
import { stableHash } from '#shared/stable-hash'

export type MarkKind =
  | 'missing' // a half, or its title, text or source; a section's name
  | 'number'
  | 'date' // or a time of day
  | 'amount' // of money
  | 'name' // a name in 《》 without its counterpart
  | 'length' // the halves cannot be translations of each other
  | 'paragraphs' // as many in one language as in the other
  | 'language' // text left in the other language

/** The title, one paragraph (counted from 0) or more than that of an item; or the name of the section that it begins. */
export type MarkPart = 'section' | 'item' | 'title' | 'body' | 'source' | number

/** What to light up: a part of a title's or a paragraph's plain text, counted as `slice` counts. */
export type Stretch = { part: 'title' | number; start: number; end: number; text: string }

/** Something that looks wrong between the languages of an item. */
export type Mark = {
  /** The same for as long as the texts concerned stay the same, wherever they are moved to within the issue. */
  id: string
  item: string
  kind: MarkKind
  part: MarkPart
  /** Null where the language has nothing to show for it. */
  zh: Stretch | null
  en: Stretch | null
  /** Of kind `missing`: the language that lacks it. Of kind `language`: the half that is not in its language. */
  in: Language | null
}

/** The texts are all that an editor looked at when dismissing the mark. */
export function aMark(
  { item, kind, part, zh = null, en = null, in: language = null }: MarkContent,
  texts: readonly (string | null)[],
): Mark {
  const about = [kind, language, zh?.text ?? null, en?.text ?? null, ...texts]
  return { id: `${item}-${stableHash(JSON.stringify(about))}`, item, kind, part, zh, en, in: language }
}

type MarkContent = Pick<Mark, 'item' | 'kind' | 'part'> & Partial<Pick<Mark, 'zh' | 'en' | 'in'>>
