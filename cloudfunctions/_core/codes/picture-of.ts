import { AppError } from '#shared/errors'
import { pictureType } from '../picture-type'
import { addressOfFile, REQUEST_TIMEOUT } from '../wx'
import { findCode, noSuchCode, type StoredCode } from './code'

export async function codePicture(token: string): Promise<{ picture: string }> {
  const code = await findCode(token)
  if (!code) throw noSuchCode()
  return pictureOf(code)
}

/** The picture of a code, as a data URL. */
export async function pictureOf({ id, fileId }: StoredCode): Promise<{ picture: string }> {
  const address = await addressOfFile(fileId)
  if (address === null)
    throw new AppError('NOT_FOUND', `The picture of the code ${id} is gone from the storage.`)
  const response = await fetch(address, { signal: AbortSignal.timeout(REQUEST_TIMEOUT) })
  if (!response.ok) throw new Error(`The storage answered ${response.status}.`)
  const bytes = Buffer.from(await response.arrayBuffer())
  return { picture: `data:image/${pictureType(bytes)};base64,${bytes.toString('base64')}` }
}
