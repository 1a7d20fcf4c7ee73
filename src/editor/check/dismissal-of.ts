import type { Mark } from '#shared/checking/mark'
import type { Dismissal, Draft } from '#shared/drafts/draft'

/** Who found a mark right, and why; null while it is open. */
export function dismissalOf({ id }: Mark, { dismissed }: Pick<Draft, 'dismissed'>): Dismissal | null {
  return dismissed.find(({ mark }) => mark === id) ?? null
}
