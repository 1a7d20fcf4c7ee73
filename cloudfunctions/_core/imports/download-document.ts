import { LARGEST_DOCUMENT } from '#shared/imports/endpoints'
import { addressOfFile } from '../wx'
import { ImportTrouble } from './import-trouble'

/** ms. */
const TIME = 15_000

/**
 * Fetches a file of at most so many bytes. The SDK's own download takes in whatever there is, so it only says where the
 * file is: what is larger is not read to its end.
 */
export async function downloadDocument(fileId: string, declaredBytes: number): Promise<Uint8Array> {
  const most = Math.min(declaredBytes, LARGEST_DOCUMENT)
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), TIME)
  try {
    const address = await addressOfFile(fileId)
    if (address === null) throw new ImportTrouble('no-file', 'The document has not arrived. Choose it again.')
    const response = await fetch(address, { signal: ending.signal })
    if (!response.ok || !response.body) throw notFetched()
    return await collect(response.body, most, declaredBytes)
  } catch (thrown) {
    throw thrown instanceof ImportTrouble ? thrown : notFetched(thrown)
  } finally {
    clearTimeout(timer)
    // Of a file that is not wanted the rest is not read either.
    ending.abort()
  }
}

async function collect(body: AsyncIterable<Uint8Array>, most: number, declared: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most)
  let size = 0
  for await (const chunk of body) {
    if (size + chunk.length > most) throw tooLarge(declared)
    bytes.set(chunk, size)
    size += chunk.length
  }
  return bytes.subarray(0, size)
}

function tooLarge(declared: number): ImportTrouble {
  return declared < LARGEST_DOCUMENT
    ? new ImportTrouble('other-file', 'What arrived is larger than the chosen document. Choose it again.')
    : new ImportTrouble('too-large', 'The document is larger than 20 MB: make its pictures smaller.')
}

function notFetched(cause?: unknown): ImportTrouble {
  if (cause !== undefined) console.warn(cause)
  return new ImportTrouble('not-fetched', 'The document could not be fetched. Choose it again in a minute.')
}
