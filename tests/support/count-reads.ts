import { StoreReader } from '../../tools/local-cloud/database/store-reader'

/** How many documents and entries of indexes are read meanwhile. */
export async function countReads<T>(
  work: () => Promise<T>,
): Promise<{ result: T; documents: number; entries: number }> {
  const { document, documents, keys } = StoreReader.prototype
  const counts = { documents: 0, entries: 0 }
  const spies = [
    jest.spyOn(StoreReader.prototype, 'document').mockImplementation(function (this: StoreReader, ...key) {
      counts.documents += 1
      return document.apply(this, key)
    }),
    jest.spyOn(StoreReader.prototype, 'documents').mockImplementation(function* (this: StoreReader, ...of) {
      for (const one of documents.apply(this, of)) {
        counts.documents += 1
        yield one
      }
    }),
    jest.spyOn(StoreReader.prototype, 'keys').mockImplementation(function* (this: StoreReader, range) {
      for (const key of keys.call(this, range)) {
        counts.entries += 1
        yield key
      }
    }),
  ]
  try {
    return { result: await work(), ...counts }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
