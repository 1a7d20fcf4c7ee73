import type { Target } from '#shared/codes/target'
import { AppError } from '#shared/errors'
import { finishReading, type Get, type IssueReading } from './issue-reading'
import type { IssueStore } from './issue-store'

/** `target`: where the code leads now, null: nowhere; undefined while nobody has said. */
export type CodeReading = { reading: IssueReading; target?: Target | null }

/**
 * Asks the cloud by a code, in one call for both: what the code means, and the text. Where it leads elsewhere now, what
 * is shown since it led there before is asked for by itself, and shown on unless it was withdrawn.
 */
export async function finishCodeReading(
  token: string,
  isFirst: boolean,
  start: IssueReading,
  store: IssueStore,
  get: Get,
): Promise<CodeReading> {
  const shown = start.state === 'shown' ? start : null
  const held = shown ? { id: shown.issue.id, revision: shown.revision } : undefined
  const leadingTo = (issueId: string): Target => ({ kind: 'issue', issueId })
  try {
    const answer = await get({ token, held, isFirst })
    if (answer.status === 'unchanged') {
      if (!shown) throw new AppError('INTERNAL', 'Called unchanged what was never held.')
      return { reading: { ...shown, trouble: null }, target: leadingTo(shown.issue.id) }
    }
    if (answer.status === 'elsewhere') return await besides(answer.target)
    const { status: _, ...kept } = answer
    store.put(kept)
    const target = leadingTo(kept.issue.id)
    if (shown && shown.issue.id !== kept.issue.id) return await besides(target)
    return { reading: { state: 'shown', ...kept, trouble: null }, target }
  } catch (thrown) {
    const { code } = AppError.from(thrown)
    return { reading: shown ? { ...shown, trouble: code } : { state: 'failed', code } }
  }

  async function besides(target: Target | null): Promise<CodeReading> {
    if (!shown) return { reading: { state: 'loading' }, target }
    const reading = await finishReading(shown.issue.id, start, store, get)
    // It may be because it was withdrawn that the code leads nowhere: then it is not shown unless the cloud says so.
    const isDoubtful = target === null && reading.state === 'shown' && reading.trouble !== null
    return { reading: isDoubtful ? { state: 'loading' } : reading, target }
  }
}
