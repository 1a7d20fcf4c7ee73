import { AppError } from '#shared/errors'
import type { Issue } from '#shared/newsletter/issue'
import { issueId } from '#shared/newsletter/issue-id'
import type { IssueWriter } from './published-issue'

/**
 * The address of an issue that is published for the first time. An issue whose number was corrected keeps the address
 * that it has, so the next one with that number gets one beside it: `205-2`.
 */
export async function newAddress(issues: Pick<IssueWriter, 'find'>, issue: Issue): Promise<string> {
  const address = issueId(issue)
  const holder = await issues.find(address)
  if (!holder) return address
  if (issueId(holder.issue) === address)
    throw new AppError(
      'CONFLICT',
      `The address ${address} already belongs to another issue: correct the number.`,
    )
  for (let count = 2; ; count += 1) {
    const next = `${address}-${count}`
    if (!(await issues.find(next))) return next
  }
}
