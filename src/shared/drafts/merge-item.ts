import type { Body } from '#shared/newsletter/issue'
import type { Difference } from './difference'
import type { DraftItem } from './draft-issue'
import { threeWay } from './three-way'

type Half = Body['zh']
type Differ = (difference: Difference) => void

/** An item of three versions, half by half. */
export function mergeItem(base: DraftItem, ours: DraftItem, theirs: DraftItem, differ: Differ): DraftItem {
  const { key } = ours
  const text = (field: 'title' | 'source', language: 'zh' | 'en'): string | null =>
    threeWay(base[field][language], ours[field][language], theirs[field][language], (values) =>
      differ({ key, part: `${field}.${language}`, ...values }),
    )
  const body = (language: 'zh' | 'en'): Half =>
    mergeHalf(base.body[language], ours.body[language], theirs.body[language], (values) =>
      differ({ key, part: `body.${language}`, ...values }),
    )
  return {
    key,
    title: { zh: text('title', 'zh'), en: text('title', 'en') },
    body: { zh: body('zh'), en: body('en') },
    source: { zh: text('source', 'zh'), en: text('source', 'en') },
  }
}

/** Paragraph by paragraph while all three have as many; a difference shows the whole half, as it stands and as theirs. */
function mergeHalf(base: Half, ours: Half, theirs: Half, differ: Parameters<typeof threeWay>[3]): Half {
  if (!base || !ours || !theirs || base.length !== ours.length || base.length !== theirs.length)
    return threeWay(base, ours, theirs, differ)
  let isDifferent = false
  const merged = ours.map((paragraph, index) =>
    threeWay(base[index], paragraph, theirs[index], () => {
      isDifferent = true
    }),
  )
  const half = merged.flatMap((paragraph) => (paragraph ? [paragraph] : []))
  if (isDifferent) differ({ base, ours: half, theirs })
  return half
}
