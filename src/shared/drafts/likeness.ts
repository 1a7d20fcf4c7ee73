import { plainText } from '#shared/checking/plain-text'
import type { BilingualText, Language } from '#shared/newsletter/bilingual'
import type { Body } from '#shared/newsletter/issue'

/** What of an item tells whether it is the same piece of news in another version. */
export type Likened = { titles: Halves; bodies: Halves }
type Halves = Record<Language, { text: string; pairs: Map<string, number>; count: number } | null>

/** Enough of a body to know it by. */
const SAMPLE = 400

/** Prepares an item for comparing, since it is compared with many. */
export function likened({ title, body }: { title: BilingualText; body: Body }): Likened {
  return {
    titles: { zh: halfOf(title.zh), en: halfOf(title.en) },
    bodies: { zh: halfOf(body.zh?.map(plainText).join('')), en: halfOf(body.en?.map(plainText).join('')) },
  }
}

/** From 0 to 1: by titles and bodies, in the languages that both have. English headlines alone are much alike. */
export function likeness(one: Likened, other: Likened): number {
  const found = (['zh', 'en'] as const).flatMap((language) => likenessIn(one, other, language) ?? [])
  return found.reduce((sum, each) => sum + each, 0) / Math.max(1, found.length)
}

function likenessIn(one: Likened, other: Likened, language: Language): number | null {
  const title = alike(one.titles[language], other.titles[language])
  const body = alike(one.bodies[language], other.bodies[language])
  if (title === null || body === null) return title ?? body
  // An equal title is the same news, however its text was rewritten; an equal text is, under whatever title.
  return Math.max((title + body) / 2, title === 1 ? 0.8 : 0, body === 1 ? 0.9 : 0)
}

/** The share of neighbouring characters that both have (Dice); null where one of them lacks the text. */
function alike(one: Halves[Language], other: Halves[Language]): number | null {
  if (!one || !other) return null
  if (one.text === other.text) return 1
  let shared = 0
  for (const [pair, count] of one.pairs) shared += Math.min(count, other.pairs.get(pair) ?? 0)
  return (2 * shared) / Math.max(1, one.count + other.count)
}

function halfOf(text: string | null | undefined): Halves[Language] {
  const bare = (text ?? '').toLowerCase().replace(/[^a-z\d\u00c0-\u024f\u3400-\u9fff\uf900-\ufaff]+/g, '')
  if (bare === '') return null
  const pairs = new Map<string, number>()
  const sample = bare.slice(0, SAMPLE)
  for (let at = 0; at + 1 < sample.length; at += 1) {
    const pair = sample.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { text: bare, pairs, count: Math.max(0, sample.length - 1) }
}
