import type { InferOutput } from 'valibot'
import type { createCode as endpoint } from '#shared/codes/endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { enterAudit } from '../audit/audit'
import { byEditor } from '../editors/editor'
import type { DeskContext } from '../editors/serve-desk'
import { inTransaction } from '../transaction'
import { newCode, putCode } from './code'
import { drawCode } from './draw-code'
import { newToken } from './new-token'
import { requireTarget } from './require-target'
import { viewCode } from './view-codes'

/** Pixels: the most that WeChat draws. */
const PRINT_WIDTH = 1280

/** Makes a code and keeps it. Where the answer is lost the list shows it. */
export async function createCode(
  { target, channel }: InferOutput<(typeof endpoint)['input']>,
  { editor, now }: DeskContext,
): Promise<EndpointOutput<typeof endpoint>> {
  await requireTarget(target)
  const id = newToken()
  const fileId = await drawCode(id, target, PRINT_WIDTH)
  const code = newCode({ id, fileId, target, isPoster: false, channel }, now.getTime())
  await inTransaction(async (transaction) => {
    await putCode(transaction, code)
    await enterAudit(transaction, {
      id: `create-code-${id}`,
      at: now.getTime(),
      ...byEditor(editor),
      act: 'create-code',
      subject: channel,
      before: null,
      after: { token: id, target },
    })
  })
  return { code: await viewCode(code) }
}
