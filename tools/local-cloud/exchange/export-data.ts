import { buffer } from 'node:stream/consumers'
import { tableNames } from '../database/store-reader'
import type { Data } from './data'
import type { ExportedFile, ExportedLine } from './exported-line'

/** Everything as lines of JSON: see `ExportedLine`. The database is that of one moment; files come as they are. */
export async function* exportData({ environment, store, files }: Data): AsyncGenerator<string> {
  const moment = environment.moment()
  try {
    const view = store.at(moment)
    yield line({ localCloud: 1 } satisfies ExportedLine)
    for (const collection of view.collections()) {
      yield line({ collection } satisfies ExportedLine)
      // A document is stored as the JSON that it is exported as.
      for (const { text } of view.documents(collection))
        yield `{"collection":${JSON.stringify(collection)},"document":${text}}\n`
    }
    for (const { name, table } of environment.tables()) {
      if (isOwn(name)) continue
      for (const { key, value } of table.getRange({ ...moment }))
        yield line({ table: name, key: [key].flat().map(String), value })
    }
  } finally {
    moment.close()
  }
  for (const { path, uploader, uploadedAt } of files.list()) {
    if (!files.find(path)) continue
    const bytes = await buffer(files.read(path))
    yield line({ file: path, uploader, uploadedAt, bytes: bytes.toString('base64') } satisfies ExportedFile)
  }
}

/** What the store and the files keep, which have lines of their own. */
export const isOwn = (name: string): boolean => name === 'files' || tableNames.some((own) => own === name)

const line = (content: object) => `${JSON.stringify(content)}\n`
