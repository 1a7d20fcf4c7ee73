import { AppError } from '#shared/errors'
import type { Issue } from '#shared/newsletter/issue'
import type { Transaction } from '../transaction'

/**
 * Gives an issue its numbers, the running one and that of its series: each belongs to one issue, also where that was
 * withdrawn. What it had before and has no more is free again.
 */
export async function claimNumbers(
  transaction: Transaction,
  seriesId: string,
  issue: Issue,
  before: { seriesId: string; issue: Issue } | null,
): Promise<void> {
  const wanted = numbersOf(seriesId, issue)
  for (const [number, words] of wanted) {
    const holder = await transaction.get('numbers', number)
    if (holder && holder.issueId !== issue.id)
      throw new AppError(
        'CONFLICT',
        `${words} already belongs to the issue ${String(holder.issueId)}: correct the number in the masthead.`,
      )
    if (!holder) await transaction.set('numbers', number, { issueId: issue.id })
  }
  if (!before) return
  for (const number of numbersOf(before.seriesId, before.issue).keys())
    if (!wanted.has(number)) await transaction.remove('numbers', number)
}

/** By the names under which they are kept, with what people call them. */
function numbersOf(seriesId: string, { number, series }: Issue): Map<string, string> {
  const numbers = new Map<string, string>()
  if (number !== null) numbers.set(`no.${number}`, `The running number ${number}`)
  if (series.number !== null)
    numbers.set(
      `${seriesId}:${series.number}`,
      `Number ${series.number} of ${series.title.en ?? series.title.zh}`,
    )
  return numbers
}
