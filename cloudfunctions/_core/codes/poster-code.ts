import { AppError } from '#shared/errors'
import { inTransaction } from '../transaction'
import { codeIn, findCode, newCode, putCode, type StoredCode } from './code'
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
  const code = (await findCode(token)) ?? (await makeCode(token, target, now))
  if (code.state === 'withdrawn')
    throw new AppError('NOT_FOUND', 'The code of this issue’s posters is withdrawn.')
  return pictureOf(code)
}

async function makeCode(
  token: string,
  target: { kind: 'issue'; issueId: string },
  now: number,
): Promise<StoredCode> {
  const fileId = await drawCode(token, target, WIDTH)
  const made = newCode({ id: token, fileId, target, channel: null }, now)
  return inTransaction(async (transaction) => {
    // Another reader may have been quicker; the picture is the same.
    const known = await codeIn(transaction, token)
    if (!known) await putCode(transaction, made)
    return known ?? made
  })
}
