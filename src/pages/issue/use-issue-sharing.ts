import { type ShareAppMessageObject, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { useEffect, useMemo, useRef } from 'react'
import { dateInWords } from '#reader/date-in-words'
import { DOT } from '#reader/dot'
import { shareCardPicture } from '#reader/share-card'
import type { Reader } from '#reader/use-reader'
import { wordsIn } from '#reader/words'
import type { Language } from '#shared/newsletter/bilingual'
import type { Issue } from '#shared/newsletter/issue'
import { issueAddress } from '#shared/newsletter/issue-address'
import { itemAnchor } from '#shared/newsletter/item-anchor'
import type { ReadingMode } from '#shared/newsletter/reading'
import { firstText } from '#shared/newsletter/shown-text'
import { graphemesOf } from '../../drawing/graphemes'
import { issueTitle } from './issue-title'

/** What the issue's text hands to what shares it: how each item is read, by its anchor. */
export type IssueSharing = { id: string; shownModes: Map<string, ReadingMode> }

type Card = { title: string; path: string }
type Picture = Promise<string | null>

/** Characters of a title that travel in the timeline's link. */
const TITLE_IN_LINK = 60

/** What WeChat is given of the issue: a card for a chat, of the whole or of a single item, and a link for the timeline. */
export function useIssueSharing(issue: Issue | null, { words, language }: Reader): IssueSharing | null {
  const id = issue?.id
  const sharing = useMemo(() => (id ? { id, shownModes: new Map<string, ReadingMode>() } : null), [id])
  const prepared = useRef<Picture | null>(null)
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') prepared.current = issue && pictureOf(issue, language)
  }, [issue, language])

  useShareAppMessage(({ target }) => {
    if (!issue) return { title: words.issues, path: '/pages/index/index' }
    const path = issueAddress(issue.id)
    const anchor = sharedAnchor(target)
    const mode = sharing?.shownModes.get(anchor)
    const lang = mode === 'zh' || mode === 'en' ? mode : language
    const title = titleOf(issue, anchor, lang)
    return title
      ? withPicture({ title, path: `${path}&item=${anchor}&lang=${lang}` }, pictureOf(issue, lang, title))
      : withPicture({ title: issueTitle(issue, language), path }, prepared.current)
  })
  useShareTimeline(() => {
    if (!issue) return { title: words.issues }
    const title = issueTitle(issue, language)
    const short = graphemesOf(title).slice(0, TITLE_IN_LINK).join('')
    return { title, query: `id=${issue.id}&t=${encodeURIComponent(short)}` }
  })
  return sharing
}

/** Of the item whose button was tapped; empty for the menu's card of the whole. */
function sharedAnchor(target: ShareAppMessageObject['target']): string {
  return (target as { dataset?: { anchor?: string } } | undefined)?.dataset?.anchor ?? ''
}

function titleOf({ sections }: Issue, anchor: string, language: Language): string | null {
  for (const [section, { items }] of sections.entries())
    for (const [index, { title }] of items.entries())
      if (itemAnchor(section, index) === anchor) return firstText(title, language)
  return null
}

/** WeChat waits for three seconds; without a picture it takes one of the page. */
function withPicture(card: Card, picture: Picture | null) {
  return picture
    ? { ...card, promise: picture.then((imageUrl) => (imageUrl ? { ...card, imageUrl } : card)) }
    : card
}

/** Of the issue, or of one of its items; null where the phone cannot draw. */
function pictureOf(issue: Issue, language: Language, title?: string): Picture {
  const words = wordsIn(language)
  const { publication, series, sections } = issue
  const first = sections[0]?.items[0]
  const date = dateInWords(issue, words)
  return shareCardPicture({
    language,
    publication: firstText(publication, language),
    series: firstText(series.title, language),
    headline: title ?? (first ? firstText(first.title, language) : ''),
    edition: series.number === null ? date : `${words.number(series.number)}${DOT}${date}`,
  }).catch(() => null)
}
