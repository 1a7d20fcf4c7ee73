import type { Draft } from '#shared/drafts/draft'
import { stableHash } from '#shared/stable-hash'

/** What an editor changes of a draft. */
export type Work = Pick<Draft, 'issue' | 'differences' | 'dismissed'>

/**
 * The same for two states of a draft that say the same, in whatever order their fields arrived: by it a phone knows
 * its own save again. Who dismissed a mark is the cloud's to say, and does not count.
 */
export function draftFingerprint({ issue, differences, dismissed }: Work): string {
  const text = canonical([issue, differences, dismissed.map(({ mark, reason }) => [mark, reason])])
  return `${text.length.toString(36)}-${stableHash(text)}`
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([one], [other]) => (one < other ? -1 : 1)))
      : field,
  )
}
