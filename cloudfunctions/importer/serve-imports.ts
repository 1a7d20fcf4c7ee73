import { handleFor, serveDesk } from '#core/editors/serve-desk'
import { beginImport } from '#core/imports/begin-import'
import { cloudImportPorts } from '#core/imports/cloud-import-ports'
import { getImport } from '#core/imports/get-import'
import { readApart } from '#core/imports/read-apart'
import { runImport } from '#core/imports/run-import'
import * as endpoints from '#shared/imports/endpoints'

/** Documents become drafts. `program` begins the process in which one is read: see `serveReading`. */
export function serveImports(program: string): ReturnType<typeof serveDesk> {
  const ports = cloudImportPorts((bytes, time) => readApart(program, bytes, time))
  return serveDesk([
    handleFor('editor', endpoints.beginImport, (input, context) => beginImport(ports, input, context)),
    handleFor('editor', endpoints.runImport, (input, context) => runImport(ports, input, context)),
    handleFor('editor', endpoints.getImport, (input, context) => getImport(ports, input, context)),
  ])
}
