import type { DraftSection } from '#shared/drafts/draft-issue'
import { aMark, type Mark } from './mark'

/** A section's name that one language lacks. Readers see no name of a section without items. */
export function checkSection({ title: { zh, en }, items: [first] }: DraftSection): Mark[] {
  if (!first || (zh === null) === (en === null)) return []
  const lacking = zh === null ? 'zh' : 'en'
  return [aMark({ item: first.key, kind: 'missing', part: 'section', in: lacking }, ['section', zh ?? en])]
}
