import { Readable } from 'node:stream'
import * as v from 'valibot'
import { CloudError } from '../cloud-error'
import { assertDocumentId } from '../database/document-id'
import { parseStored } from '../database/ejson'
import { CollectionNameSchema } from '../database/read-request'
import { assertCloudPath } from '../storage/cloud-path'
import type { KeptFile } from '../storage/files'
import type { Data } from './data'
import { isOwn } from './export-data'
import { type ExportedLine, ExportedLineSchema } from './exported-line'
import { linesOf } from './lines-of'

type NumberedLine = { number: number; content: ExportedLine }

/**
 * Puts what an export holds in the place of all there is, in one commit; where a line cannot be read, or breaks a rule
 * of the database, nothing is changed. Transactions end, and functions begin with an empty memory.
 */
export async function importData(data: Data, source: Readable): Promise<void> {
  const { environment, store, files, transactions, functions, changes } = data
  const { lines, kept } = await readLines(data, source)
  let removeReplaced = async () => {}
  try {
    environment.write(() => {
      transactions.close()
      clear(data)
      store.clear()
      for (const line of lines) atLine(line.number, () => put(data, line.content))
      removeReplaced = files.replaceAll(kept)
    })
  } catch (cause) {
    await files.forget(kept)
    throw cause
  }
  await removeReplaced()
  functions.renew()
  for (const topic of ['documents', 'files', 'phones'] as const) changes.tell(topic)
}

/** The bytes of files are kept as they come; all else is held until its end. */
async function readLines(
  { files }: Data,
  source: Readable,
): Promise<{ lines: NumberedLine[]; kept: KeptFile[] }> {
  const lines: NumberedLine[] = []
  const kept: KeptFile[] = []
  try {
    let number = 0
    for await (const text of linesOf(source)) {
      number += 1
      const content = atLine(number, () => readLine(text, number))
      if ('file' in content) {
        const bytes = Readable.from([Buffer.from(content.bytes, 'base64')])
        kept.push(await files.keep({ path: content.file, ...content }, bytes))
      } else lines.push({ number, content })
    }
    if (number === 0) throw new CloudError('INVALID_PARAM', 'The export is empty.')
    return { lines, kept }
  } catch (cause) {
    await files.forget(kept)
    throw cause
  }
}

function readLine(text: string, number: number): ExportedLine {
  const read = v.safeParse(ExportedLineSchema, JSON.parse(text))
  if (!read.success) throw new Error(read.issues[0].message)
  if ('localCloud' in read.output !== (number === 1))
    throw new Error('an export begins with {"localCloud":1}')
  if ('file' in read.output) assertCloudPath(read.output.file)
  return read.output
}

function clear({ environment }: Data): void {
  for (const { name, table } of environment.tables())
    if (!isOwn(name)) for (const key of [...table.getKeys()]) void table.remove(key)
}

function put({ environment, store }: Data, content: ExportedLine): void {
  if ('document' in content) {
    const document = parseStored(JSON.stringify(content.document))
    assertDocumentId(document._id)
    const collection = collectionOf(content)
    if (!store.hasCollection(collection)) throw new Error(`there is no collection ${collection} yet`)
    if (store.document(collection, document._id)) throw new Error(`there are two documents ${document._id}`)
    store.put(collection, document._id, document, null)
  } else if ('collection' in content) store.addCollection(collectionOf(content))
  else if ('table' in content) {
    const found = environment.tables().find(({ name }) => name === content.table)
    void found?.table.put(content.key, content.value)
  }
}

const collectionOf = ({ collection }: { collection: string }) => v.parse(CollectionNameSchema, collection)

/** Says where it was that something could not be read. */
function atLine<T>(number: number, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CloudError('INVALID_PARAM', `Line ${number} of the export cannot be taken: ${reason}`, {
      cause,
    })
  }
}
