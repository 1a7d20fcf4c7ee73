import type { Mark } from '#shared/checking/mark'
import type { DraftItem } from '#shared/drafts/draft-issue'
import type { Language } from '#shared/newsletter/bilingual'
import type { DraftOnPage } from '../draft-on-page'
import { dismissalOf } from './dismissal-of'
import { MarkLine } from './mark-line'

type Props = {
  marks: readonly Mark[]
  item: DraftItem
  inHand: DraftOnPage
  language: Language
  onMend: () => void
}

/** What looks wrong in one place. */
export function MarkLines({ marks, inHand, ...shared }: Props) {
  return (
    <>
      {marks.map((mark) => (
        <MarkLine
          key={mark.id}
          mark={mark}
          dismissal={dismissalOf(mark, inHand.draft)}
          inHand={inHand}
          {...shared}
        />
      ))}
    </>
  )
}
