import * as endpoints from '#shared/imports/endpoints'
import { handleFor, serveDesk } from '../editors/serve-desk'
import { beginImport } from './begin-import'
import { cloudImportPorts } from './cloud-import-ports'
import { getImport } from './get-import'
import type { ImportPorts } from './import-ports'
import { runImport } from './run-import'

/** The entry of the function `importer`: documents become drafts. */
export function serveImports(read: ImportPorts['read']): ReturnType<typeof serveDesk> {
  const ports = cloudImportPorts(read)
  return serveDesk([
    handleFor('editor', endpoints.beginImport, (input, context) => beginImport(ports, input, context)),
    handleFor('editor', endpoints.runImport, (input, context) => runImport(ports, input, context)),
    handleFor('editor', endpoints.getImport, (input, context) => getImport(ports, input, context)),
  ])
}
