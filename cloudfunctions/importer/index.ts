import { READING } from '#core/imports/reading-message'

/**
 * A function of the cloud, and where it is begun as a program the process in which one document is read: each loads only
 * what it needs, the one no parser, the other no SDK.
 */
const isReading = process.argv[2] === READING

const served = isReading ? null : serve()

export const main = async (event: unknown): Promise<unknown> => (await served)?.(event)

if (isReading) void read()

async function serve() {
  const { serveImports } = await import('#core/imports/serve-imports')
  const { readApart } = await import('#core/imports/read-apart')
  return serveImports((bytes, time) => readApart(__filename, bytes, time))
}

async function read(): Promise<void> {
  const { serveReading } = await import('#core/imports/reading-process')
  const { importDocument } = await import('#core/importer/import-document')
  await serveReading(importDocument)
}
