import type { Key } from 'lmdb'
import { parseStored } from '../database/ejson'
import { entriesOf, KEY_FORMAT } from '../database/index-key'
import { allOf, storeTables } from '../database/store-reader'
import { compareKeys } from './compare-keys'
import type { Environment } from './environment'

/** How a process ends that has found damage: above the codes by which Node says that it could not run something. */
export const DAMAGED = 100

/**
 * Reads all there is and throws where it does not fit together: each value and its checksum, the order of the keys, and
 * of each index whether it has just the entries that its documents make.
 */
export function checkDatabase(environment: Environment): void {
  for (const name of environment.tableNames()) {
    let last: Key | undefined
    for (const { key } of environment.table(name, 'string').getRange()) {
      if (last !== undefined && compareKeys(last, key) >= 0)
        throw new Error(`The keys of ${name} are out of order.`)
      last = key
    }
  }
  checkIndexes(environment)
}

function checkIndexes(environment: Environment): void {
  const { documents, definitions, entries } = storeTables(environment)
  for (const { key, value } of definitions.getRange()) {
    const [collection = '', index = ''] = key
    const [format, fields, unique] = JSON.parse(value) as [number, [string, 1 | -1][], boolean]
    // Entries of an older make are made anew at the start.
    if (format !== KEY_FORMAT) continue
    let count = 0
    for (const { key: place, value: text } of documents.getRange(allOf([collection]))) {
      const id = place[1] ?? ''
      const document = parseStored(text)
      if (document._id !== id) throw new Error('A document lies under the id of another.')
      for (const own of entriesOf(document, { name: String(index), fields, unique }).keys) {
        if (!entries.doesExist([collection, index, ...own, id]))
          throw new Error('An index misses a document.')
        count += 1
      }
    }
    if (entries.getKeysCount(allOf([collection, index])) !== count)
      throw new Error('An index has entries of no document.')
  }
}
