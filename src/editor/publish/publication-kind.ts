import type { Draft } from '#shared/drafts/draft'

/**
 * What publishing this draft now would be. `publish`: readers see it for the first time, and may be told. `correct`:
 * readers have it already. `again`: they had it before it was withdrawn. `none`: they have just this text.
 */
export type PublicationKind = 'publish' | 'correct' | 'again' | 'none'

export function publicationKind({
  revision,
  publication,
}: Pick<Draft, 'revision' | 'publication'>): PublicationKind {
  if (publication.publishedAt === null) return 'publish'
  if (publication.state === 'withdrawn') return 'again'
  return publication.state === 'published' && publication.revision === revision ? 'none' : 'correct'
}
