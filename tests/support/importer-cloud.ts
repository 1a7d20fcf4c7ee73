import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Draft } from '#core/drafts/draft'
import type { ImportJob } from '#core/imports/import-job'
import { READING } from '#core/imports/reading-message'
import type { Endpoint, EndpointInput, EndpointOutput } from '#shared/endpoint'
import type { Reply } from '#shared/errors'
import { beginImport, getImport, runImport } from '#shared/imports/endpoints'
import { buildFunctions } from '../../config/build-functions'
import { functions } from '../../config/functions'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from './local-cloud'
import { anSdkDatabase } from './sdk-database'

type ImportState = EndpointOutput<typeof getImport>

export type ImporterCloud = {
  cloud: LocalCloud
  /** Somebody with this role; null: a reader. */
  person(openid: string, role: 'owner' | 'editor' | null): Promise<Importing>
  drafts(): Promise<Draft[]>
  jobs(): Promise<ImportJob[]>
  /** What was entered in the audit trail for an act. */
  audit(act: string): Promise<Record<string, unknown>[]>
  /** The instances that have served the function so far. */
  instances(): Set<string | null>
  /** Resolves when so many documents are being read: each has a process of its own. */
  untilReading(count: number): Promise<void>
  /** MB that all processes of the function take at this moment. */
  memory(): Promise<number>
  /** Of what was imported nothing is left. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** What one person does with documents. */
export type Importing = ReturnType<typeof importingAs>

/**
 * A local cloud with the function `importer`: as it is deployed, or one of `tests/fixtures/functions/` in its place.
 */
export async function startImporterCloud(inItsPlace?: string): Promise<ImporterCloud> {
  const functionsDir = mkdtempSync(join(tmpdir(), 'functions-'))
  const name = inItsPlace ?? 'importer'
  const sourceDir = join(__dirname, inItsPlace ? '../fixtures/functions' : '../../cloudfunctions')
  await buildFunctions({ names: [name], sourceDir, outDir: functionsDir })
  const { importer } = functions
  if (!importer) throw new Error('There is no function importer.')
  const cloud = await startTestCloud({ functionsDir, functions: { [name]: importer } })
  const collection = (kind: string) => anSdkDatabase(cloud).collection(kind)
  const all = async (kind: string) => (await collection(kind).where({ _id: /./ }).limit(1000).get()).data
  return {
    cloud,
    async person(openid, role) {
      const document = collection('editors').doc(openid)
      if (role) await document.set({ data: { role, name: `The ${role}` } })
      else await document.remove()
      return importingAs(cloud, name, openid)
    },
    drafts: async () => (await all('drafts')).map(({ _id, ...fields }) => ({ id: _id, ...fields }) as Draft),
    jobs: async () =>
      (await all('importJobs')).map(({ _id, ...fields }) => ({ id: _id, ...fields }) as ImportJob),
    audit: async (act) => (await all('audit')).filter((entry) => entry.act === act),
    instances: () => new Set(cloud.functions.calls(name).map(({ instance }) => instance)),
    async untilReading(count) {
      const isReached = async () =>
        (await processesOf(functionsDir)).filter(({ isReading }) => isReading).length === count
      while (!(await isReached()));
    },
    async memory() {
      return (await processesOf(functionsDir)).reduce((sum, { rss }) => sum + rss, 0)
    },
    async clear() {
      await cloud.faults.clear()
      cloud.calls.reset()
      for (const kind of ['drafts', 'importJobs', 'audit'])
        await collection(kind).where({ _id: /./ }).remove()
      for (const { path } of cloud.files.list()) await cloud.files.remove(path, 'server')
    },
    async close() {
      await cloud.close()
      rmSync(functionsDir, { recursive: true, force: true })
    },
  }
}

/** The processes of the function: its instances, and those in which documents are read. */
async function processesOf(functionsDir: string): Promise<{ rss: number; isReading: boolean }[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'rss=,args='], { maxBuffer: 2 ** 26 })
  return stdout
    .split('\n')
    .filter((line) => line.includes(functionsDir))
    .map((line) => ({ rss: Number.parseInt(line, 10) / 1024, isReading: line.includes(READING) }))
}

/** The id that a file of this cloud has. */
export const fileIdAt = (cloudPath: string) => `cloud://local.6c6f-local/${cloudPath}`

function importingAs(cloud: LocalCloud, name: string, openid: string) {
  async function reply<E extends Endpoint>(endpoint: E, input: EndpointInput<E>): Promise<Reply<unknown>> {
    const response = await fetch(`${cloud.url}client/callFunction`, {
      method: 'POST',
      body: JSON.stringify({ name, data: { endpoint: endpoint.name, input } }),
      headers: { 'x-local-openid': openid },
    })
    const { result, errMsg } = (await response.json()) as { result?: unknown; errMsg?: string }
    if (result === undefined) throw new Error(`The call failed: ${errMsg}`)
    return result as Reply<unknown>
  }

  async function call<E extends Endpoint>(endpoint: E, input: EndpointInput<E>): Promise<EndpointOutput<E>> {
    const answer = await reply(endpoint, input)
    if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
    return answer.data as EndpointOutput<E>
  }

  async function upload(cloudPath: string, bytes: Uint8Array | string): Promise<string> {
    const form = new FormData()
    form.append('file', new Blob([Buffer.from(bytes)]), 'document')
    const response = await fetch(`${cloud.url}client/uploadFile?${new URLSearchParams({ cloudPath })}`, {
      method: 'POST',
      body: form,
      headers: { 'x-local-openid': openid },
    })
    return ((await response.json()) as { fileID: string }).fileID
  }

  /** A job whose document has been uploaded, and is waited for no longer. */
  async function uploaded(
    fileName: string,
    bytes: Uint8Array | string,
    draftId?: string,
  ): Promise<{ job: string; fileId: string; cloudPath: string }> {
    const size = Buffer.byteLength(bytes)
    const begun = await call(beginImport, {
      fileName,
      bytes: size,
      ...(draftId !== undefined && { draftId }),
    })
    return { ...begun, fileId: await upload(begun.cloudPath, bytes) }
  }

  return {
    openid,
    reply,
    call,
    upload,
    uploaded,
    job: (job: string): Promise<ImportState> => call(getImport, { job }),
    /** From the file to where its job stands when all is done. */
    async imports(fileName: string, bytes: Uint8Array | string, draftId?: string): Promise<ImportState> {
      const { job, fileId } = await uploaded(fileName, bytes, draftId)
      await call(runImport, { job, fileId })
      return call(getImport, { job })
    },
  }
}
