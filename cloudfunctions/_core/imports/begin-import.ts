import { randomBytes } from 'node:crypto'
import type { EndpointInput, EndpointOutput } from '#shared/endpoint'
import type { beginImport as endpoint } from '#shared/imports/endpoints'
import { editorKey } from '../editors/editor'
import type { DeskContext } from '../editors/serve-desk'
import type { ImportPorts } from './import-ports'
import { removeOldImports } from './remove-old-imports'

/** The storage tells what a file is by its ending: none that a browser would run. */
const ENDING = /\.(docx|pdf|md|markdown|txt)$/iu

/** Gives an editor a path that nobody else knows, for one document. */
export async function beginImport(
  ports: Pick<ImportPorts, 'jobs' | 'files'>,
  { fileName, bytes, draftId }: EndpointInput<typeof endpoint>,
  { editor, now }: DeskContext,
): Promise<EndpointOutput<typeof endpoint>> {
  const [id, name] = [randomHex(), randomHex()]
  const ending = ENDING.exec(fileName)?.[1]?.toLowerCase() ?? 'bin'
  const cloudPath = `imports/${id}/${name}.${ending}`
  await ports.jobs.add({
    id,
    byKey: editorKey(editor.openid),
    // Half a character, which no database takes, becomes a mark of its own.
    fileName: Buffer.from(fileName).toString(),
    bytes,
    cloudPath,
    goesOn: draftId ?? null,
    begunAt: now.getTime(),
    state: 'waiting',
    run: null,
    draftId: null,
    problems: [],
    differences: 0,
  })
  await removeOldImports(ports, now.getTime())
  return { job: id, cloudPath }
}

function randomHex(): string {
  return randomBytes(16).toString('hex')
}
