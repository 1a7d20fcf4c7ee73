import { createHash, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { AppError } from '#shared/errors'
import { type Firm, FirmSchema } from '#shared/firm/endpoints'
import { enterAudit } from '../audit/audit'
import { byEditor, type Editor } from '../editors/editor'
import { pictureType } from '../picture-type'
import { inTransaction } from '../transaction'
import { database, type Fields } from '../wx'

const ID = 'firm'

const NOTHING_SET: Firm = { account: null, contact: null }

export async function readFirm(): Promise<Firm> {
  return (await storedFirm()) ?? NOTHING_SET
}

/** null where nothing was saved. */
export async function storedFirm(): Promise<Firm | null> {
  return asFirm((await database.collection('settings').doc(ID).get()).data ?? null)
}

/** Replaces what is saved. */
export async function saveFirm(firm: Firm, owner: Editor, at: number): Promise<void> {
  refuseOtherPicture(firm.account?.code ?? null)
  const act = randomUUID()
  await inTransaction(async (transaction) => {
    const before = asFirm(await transaction.get('settings', ID)) ?? NOTHING_SET
    if (isDeepStrictEqual(before, firm)) return
    await transaction.set('settings', ID, firm)
    await enterAudit(transaction, {
      id: `save-firm-${act}`,
      at,
      ...byEditor(owner),
      act: 'save-firm',
      subject: firm.account?.name ?? '',
      before: forTrail(before),
      after: forTrail(firm),
    })
  })
}

/** What is stored otherwise, by hand, is as if nothing were. */
function asFirm(stored: Fields | null): Firm | null {
  const parsed = v.safeParse(FirmSchema, stored)
  return parsed.success ? parsed.output : null
}

/** A picture by its hash: nobody reads 80,000 letters of it. */
function forTrail({ account, contact }: Firm): Firm {
  if (!account?.code) return { account, contact }
  const hash = createHash('sha256').update(account.code).digest('hex').slice(0, 16)
  return { account: { ...account, code: `picture ${hash}` }, contact }
}

/** The schema knows how a picture is written down; here its bytes are those of one. */
function refuseOtherPicture(picture: string | null): void {
  if (picture === null) return
  const comma = picture.indexOf(',')
  const type = pictureType(Buffer.from(picture.slice(comma + 1), 'base64'))
  if (picture.slice(0, comma) !== `data:image/${type};base64`)
    throw new AppError('INVALID_INPUT', 'The account’s code is no PNG or JPEG picture: choose another file.')
}
