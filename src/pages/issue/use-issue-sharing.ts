import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { useMemo } from 'react'
import { HOME } from '#reader/go-to-target'
import { shareCard } from '#reader/share-card'
import type { Reader } from '#reader/use-reader'
import type { Language } from '#shared/newsletter/bilingual'
import type { Issue, Item } from '#shared/newsletter/issue'
import { issueAddress } from '#shared/newsletter/issue-address'
import type { ReadingMode } from '#shared/newsletter/reading'
import { firstText } from '#shared/newsletter/shown-text'
import { graphemesOf } from '../../drawing/graphemes'
import { issueTitle } from './issue-title'

/** What the issue's text hands to what shares it: each item, by its anchor, and how it is read. */
export type IssueSharing = { id: string; shown: Map<string, { item: Item; mode: ReadingMode }> }

/** Characters of a title that travel in the timeline's link. */
const TITLE_IN_LINK = 60

/**
 * What WeChat is given of the issue: a card for a chat, of the whole or of a single item, and a link for the timeline.
 * `awaited`: the id of one whose text is not there yet.
 */
export function useIssueSharing(
  issue: Issue | null,
  { words, language }: Reader,
  awaited: string | null,
): IssueSharing | null {
  const id = issue?.id
  const sharing = useMemo<IssueSharing | null>(() => (id ? { id, shown: new Map() } : null), [id])
  useShareAppMessage(({ target }) => {
    if (!issue || !sharing) return { title: words.issues, path: awaited ? issueAddress(awaited) : HOME }
    const path = issueAddress(issue.id)
    const { anchor = '' } = (target as { dataset?: { anchor?: string } } | undefined)?.dataset ?? {}
    const shared = sharing.shown.get(anchor)
    if (!shared) {
      const picture = shareCard(issue, headlineOf(issue, language), language)
      return withPicture({ title: issueTitle(issue, language), path }, picture)
    }
    const lang = shared.mode === 'both' ? language : shared.mode
    const title = firstText(shared.item.title, lang)
    return withPicture({ title, path: `${path}&item=${anchor}&lang=${lang}` }, shareCard(issue, title, lang))
  })
  useShareTimeline(() => {
    if (!issue) return { title: words.issues }
    const title = issueTitle(issue, language)
    const short = graphemesOf(title).slice(0, TITLE_IN_LINK).join('')
    return { title, query: `id=${issue.id}&t=${encodeURIComponent(short)}` }
  })
  return sharing
}

function headlineOf({ sections: [section] }: Issue, language: Language): string {
  const item = section?.items[0]
  return item ? firstText(item.title, language) : ''
}

/** Without one, WeChat takes a picture of the page. */
function withPicture(card: { title: string; path: string }, imageUrl: string | null) {
  return imageUrl === null ? card : { ...card, imageUrl }
}
