import { AppError } from '#shared/errors'
import { inTransaction } from '../transaction'
import { codeIn, findCode, newCode, putCode } from './code'
import { drawCode } from './draw-code'
import { posterToken } from './new-token'
import { pictureOf } from './picture-of'
import { requireTarget } from './require-target'

/** Pixels: a poster shows it small. */
const WIDTH = 430

/** The code on an issue's posters. There is one an issue, made when the first reader asks for it. */
export async function posterCode(issueId: string, now: number): Promise<{ picture: string }> {
  const target = { kind: 'issue' as const, issueId }
  await requireTarget(target)
  const token = posterToken(issueId)
  const known = await findCode(token)
  if (known?.state === 'withdrawn')
    throw new AppError('NOT_FOUND', 'The posters of this issue are withdrawn.')
  if (!known) {
    const fileId = await drawCode(token, target, WIDTH)
    const code = newCode({ id: token, fileId, target, channel: null }, now)
    await inTransaction(async (transaction) => {
      // Another reader may have been quicker; the picture is the same.
      if (!(await codeIn(transaction, token))) await putCode(transaction, code)
    })
  }
  return pictureOf(token)
}
