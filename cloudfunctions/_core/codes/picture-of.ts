import { AppError } from '#shared/errors'
import { addressOfFile } from '../wx'
import { findCode } from './code'

/** The picture of a code, as a data URL. */
export async function pictureOf(token: string): Promise<{ picture: string }> {
  const code = await findCode(token)
  if (!code) throw new AppError('NOT_FOUND', 'There is no such code.')
  const address = await addressOfFile(code.fileId)
  if (address === null) throw new Error(`The picture of the code ${token} is gone from storage.`)
  const response = await fetch(address)
  if (!response.ok) throw new Error(`The storage answered ${response.status}.`)
  const bytes = Buffer.from(await response.arrayBuffer())
  return { picture: `data:image/png;base64,${bytes.toString('base64')}` }
}
