import type { InferOutput } from 'valibot'
import type { posterCode as endpoint } from '#shared/codes/poster-endpoints'
import type { EndpointOutput } from '#shared/endpoint'
import { AppError } from '#shared/errors'
import { fromStored } from '../from-stored'
import { inTransaction } from '../transaction'
import { database } from '../wx'
import { codeIn, findCode, newCode, putCode, type StoredCode } from './code'
import { drawCode } from './draw-code'
import { posterToken } from './new-token'
import { pictureOf } from './picture-of'
import { requireTarget } from './require-target'

/** Pixels: a poster shows it small. */
const WIDTH = 430

/** The code on an issue's posters. There is one an issue and channel, made when the first reader asks for it. */
export async function posterCode(
  { issueId, cameBy }: InferOutput<(typeof endpoint)['input']>,
  now: number,
): Promise<EndpointOutput<typeof endpoint>> {
  const target = { kind: 'issue' as const, issueId }
  await requireTarget(target)
  const first = cameBy === undefined ? null : await firstOfChannel(cameBy)
  const channel = first?.channel ?? null
  const id = posterToken(issueId, first?.id ?? null)
  const code = (await findCode(id)) ?? (await makeCode({ id, target, isPoster: true, channel }, now))
  if (code.state === 'withdrawn')
    throw new AppError('NOT_FOUND', 'The code of this issue’s posters is withdrawn.')
  return pictureOf(code)
}

/**
 * The first code that editors made of a code's channel; null where it has none. Of one that is unknown or withdrawn
 * nothing is told: it has none.
 */
async function firstOfChannel(token: string): Promise<StoredCode | null> {
  const code = await findCode(token)
  if (code?.state !== 'active' || code.channel === null) return null
  const made = database.collection('codes').where({ isPoster: false, channel: code.channel })
  const { data } = await made.orderBy('order', 'asc').limit(1).get()
  return data[0] ? fromStored<StoredCode>(data[0]) : null
}

async function makeCode(
  code: Pick<StoredCode, 'id' | 'target' | 'isPoster' | 'channel'>,
  now: number,
): Promise<StoredCode> {
  const fileId = await drawCode(code.id, code.target, WIDTH)
  return inTransaction(async (transaction) => {
    // Another reader may have been quicker; the picture is the same.
    const known = await codeIn(transaction, code.id)
    if (known) return known
    const made = newCode({ ...code, fileId }, now)
    await putCode(transaction, made)
    return made
  })
}
