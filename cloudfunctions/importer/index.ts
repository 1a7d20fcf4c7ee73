import { READING } from '#core/imports/reading-message'

/**
 * A function of the cloud, and where it is begun as a program the process in which one document is read: each loads only
 * what it needs, the one no parser, the other no SDK.
 */
const isReading = process.argv[2] === READING

const served = isReading
  ? null
  : import('./serve-imports').then(({ serveImports }) => serveImports(__filename))

export const main = async (event: unknown): Promise<unknown> => (await served)?.(event)

if (isReading)
  void import('#core/imports/reading-process').then(async ({ serveReading }) =>
    serveReading((await import('#core/importer/import-document')).importDocument),
  )
