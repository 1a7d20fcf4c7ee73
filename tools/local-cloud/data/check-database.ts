import type { Key } from 'lmdb'
import { parseStored } from '../database/ejson'
import { entriesOf, KEY_FORMAT } from '../database/index-key'
import { allOf, storeTables } from '../database/store-reader'
import { compareKeys } from './compare-keys'
import type { Environment } from './environment'

/** How a process ends that has found damage: above the codes by which Node says that it could not run something. */
export const DAMAGED = 100

/**
 * Reads all there is and throws where it does not fit together: each value and its checksum, the order of the keys, of
 * each document whether it lies in its place, and of each index whether it has just the entries that its documents make.
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
  checkDocuments(environment)
}

function checkDocuments(environment: Environment): void {
  const { collections, documents, definitions, entries } = storeTables(environment)
  const indexes = [...definitions.getRange()].flatMap(({ key: [collection = '', name], value }) => {
    const [format, fields, unique] = JSON.parse(value) as [number, [string, 1 | -1][], boolean]
    const index = { collection, config: { name: String(name), fields, unique }, count: 0 }
    // Entries of an older make are made anew at the start.
    return format === KEY_FORMAT ? [index] : []
  })
  for (const {
    key: [collection = '', id = ''],
    value,
  } of documents.getRange()) {
    if (!collections.get([collection])) throw new Error('A document belongs to no collection.')
    const document = parseStored(value)
    if (document._id !== id) throw new Error('A document lies under the id of another.')
    for (const index of indexes) {
      if (index.collection !== collection) continue
      for (const own of entriesOf(document, index.config).keys) {
        if (!entries.doesExist([collection, index.config.name, ...own, id]))
          throw new Error('An index misses a document.')
        index.count += 1
      }
    }
  }
  for (const { collection, config, count } of indexes)
    if (entries.getKeysCount(allOf([collection, config.name])) !== count)
      throw new Error('An index has entries of no document.')
}
