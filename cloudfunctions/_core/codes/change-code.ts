import { isDeepStrictEqual } from 'node:util'
import type { InferOutput } from 'valibot'
import type { changeCode as endpoint } from '#shared/codes/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { AppError } from '#shared/errors'
import { enterAudit } from '../audit/audit'
import { byEditor } from '../editors/editor'
import type { DeskContext } from '../editors/serve-desk'
import { inTransaction } from '../transaction'
import { codeIn, noSuchCode, putCode, type StoredCode } from './code'
import { requireTarget } from './require-target'
import { viewCode } from './view-codes'

/** Points a code elsewhere, or withdraws it. The same call again changes nothing. */
export async function changeCode(
  { token, revision, target }: InferOutput<(typeof endpoint)['input']>,
  { editor, now }: DeskContext,
): Promise<EndpointOutput<typeof endpoint>> {
  if (target) await requireTarget(target)
  const changed = await inTransaction(async (transaction) => {
    const before = await codeIn(transaction, token)
    if (!before) throw noSuchCode()
    const meaning = target ? { target, state: 'active' as const } : { state: 'withdrawn' as const }
    const after: StoredCode = { ...before, ...meaning, revision: revision + 1 }
    if (isDeepStrictEqual(before, after)) return after
    if (before.revision !== revision)
      throw new AppError('CONFLICT', 'Somebody else has changed this code meanwhile. Look at the list again.')
    await putCode(transaction, after)
    await enterAudit(transaction, {
      id: `change-code-${token}-${after.revision}`,
      at: now.getTime(),
      ...byEditor(editor),
      act: target ? 'point-code' : 'withdraw-code',
      subject: before.channel ?? token,
      before: before.state === 'active' ? before.target : null,
      // Several codes have the same channel, posters' among them.
      after: { token, isPoster: after.isPoster, target },
    })
    return after
  })
  return { code: await viewCode(changed) }
}
