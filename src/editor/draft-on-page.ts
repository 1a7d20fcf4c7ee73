import type { Reader } from '#reader/use-reader'
import type { Draft } from '#shared/drafts/draft'
import type { DraftInHand } from './use-draft'
import type { DraftWords } from './words-draft'

/** A draft in hand that is there. */
export type DraftOnPage = DraftInHand & { draft: Draft }

/** What each part of a draft's page is given. */
export type DraftPart = { inHand: DraftOnPage; words: DraftWords; reader: Reader }
