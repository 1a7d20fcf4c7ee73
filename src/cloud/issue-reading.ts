import type { EndpointInput, EndpointOutput } from '#shared/endpoint'
import { AppError, type ErrorCode } from '#shared/errors'
import type { getIssue } from '#shared/issues/endpoints'
import type { IssueStore, KeptIssue } from './issue-store'

/** Where the opening of an issue stands. */
export type IssueReading =
  | { state: 'loading' }
  /** `trouble` says why it may not be the newest text. */
  | ({ state: 'shown'; trouble: ErrorCode | null } & KeptIssue)
  | { state: 'absent' }
  | { state: 'failed'; code: ErrorCode }

/** What can be shown at once: the phone's own copy, if it has one. */
export function startReading(id: string, store: IssueStore): IssueReading {
  const kept = store.open(id)
  return kept ? { state: 'shown', ...kept, trouble: null } : { state: 'loading' }
}

export type Get = (input: EndpointInput<typeof getIssue>) => Promise<EndpointOutput<typeof getIssue>>

/** Asks the cloud for the current text; a copy is shown on where there is no answer, and dropped on a withdrawal. */
export async function finishReading(
  id: string,
  start: IssueReading,
  store: IssueStore,
  get: Get,
): Promise<IssueReading> {
  const shown = start.state === 'shown' ? start : null
  try {
    const answer = await get({ id, revision: shown?.revision })
    if (answer.status === 'current') {
      const { status: _, ...kept } = answer
      store.put(kept)
      return { state: 'shown', ...kept, trouble: null }
    }
    if (shown) return { ...shown, trouble: null }
    throw new AppError('INTERNAL', 'Called unchanged what was never held.')
  } catch (thrown) {
    const { code } = AppError.from(thrown)
    if (code === 'NOT_FOUND') {
      store.remove(id)
      return { state: 'absent' }
    }
    return shown ? { ...shown, trouble: code } : { state: 'failed', code }
  }
}
