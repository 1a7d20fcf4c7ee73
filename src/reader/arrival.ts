import { call } from '#cloud/call'
import { isCodeToken } from '#shared/codes/code-token'
import type { Target } from '#shared/codes/target'
import { followCode } from '#shared/issues/endpoints'
import { type Language, LanguageSchema } from '#shared/newsletter/bilingual'
import { graphemesOf } from '../drawing/graphemes'
import { knownCodes } from './phone'

/** What a page is opened with. Anybody can make up a link, so it may be anything. */
export type PageParams = Partial<Record<string, string>>

/** The token in a code's scene, which WeChat hands on encoded; null where it can be none, and nobody need be asked. */
export function tokenOf(scene: string): string | null {
  const token = decoded(scene)
  return isCodeToken(token) ? token : null
}

/** Where a code leads that opened a page without an issue. It counts this phone the first time. */
export async function followScene(scene: string): Promise<Target | null> {
  const token = tokenOf(scene)
  if (token === null) return null
  const isFirst = knownCodes.get(token) === undefined
  const { target } = await call(followCode, { token, isFirst })
  knownCodes.learn(token, target)
  return target
}

/** The series that a code led to last, as far as this phone knows. */
export function seriesOfScene(scene: string | undefined): string | null {
  const target = scene === undefined ? null : knownCodes.get(decoded(scene))
  return target?.kind === 'series' ? target.seriesId : null
}

/** The single item that a shared card is about, and its language. */
export type ArrivalItem = { anchor: string; language: Language | null }

export function arrivalItemOf({ item = '', lang }: PageParams): ArrivalItem | null {
  if (!/^item-\d{1,4}-\d{1,4}$/.test(item)) return null
  return { anchor: item, language: LanguageSchema.options.find((each) => each === lang) ?? null }
}

/** What the timeline's single page can say of an issue that it may not ask for. */
export function arrivalTitleOf({ t = '' }: PageParams): string {
  return graphemesOf(decoded(t)).slice(0, 60).join('')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
