import * as v from 'valibot'
import type { KeptValue } from '#cloud/kept-value'
import type { FileToUpload } from '#cloud/upload'
import type { EndpointInput, EndpointOutput } from '#shared/endpoint'
import { AppError, type ErrorCode } from '#shared/errors'
import { type beginImport, type getImport, LARGEST_DOCUMENT, type runImport } from '#shared/imports/endpoints'
import type { ChosenFile } from './choose-file'

type Problems = EndpointOutput<typeof getImport>['problems']

export type ImportState =
  | { state: 'preparing' | 'uploading' | 'reading'; fileName: string }
  | { state: 'done'; draftId: string; differences: number }
  /** The document is none: `problems` say why. */
  | { state: 'failed'; fileName: string; problems: Problems }
  | { state: 'stopped'; fileName: string; why: ErrorCode | 'too-large' | 'empty-file' | 'lost-track' }

/** A document that is in the cloud, and of which nobody has heard yet what became of it. */
export const KeptImportSchema = v.object({ job: v.string(), fileId: v.string(), fileName: v.string() })
type KeptImport = v.InferOutput<typeof KeptImportSchema>

export type DocumentImport = {
  /** Null where none is under way, and none has anything to say. */
  get(): ImportState | null
  subscribe(listener: () => void): () => void
  /** Makes a draft of the document, or goes on an open one. Never throws. */
  start(file: ChosenFile, draftId?: string): Promise<void>
  /** Goes on where the mini-program was closed meanwhile. Never throws. */
  resume(): Promise<void>
  /** What it had to say has been heard. */
  forget(): void
}

type Options = {
  begin: (input: EndpointInput<typeof beginImport>) => Promise<EndpointOutput<typeof beginImport>>
  upload: (file: FileToUpload) => Promise<string>
  run: (input: EndpointInput<typeof runImport>) => Promise<unknown>
  job: (input: EndpointInput<typeof getImport>) => Promise<EndpointOutput<typeof getImport>>
  kept: KeptValue<KeptImport>
  wait: (ms: number) => Promise<void>
}

/** ms between two looks at the job. */
const PAUSE = 1_500
/** Looks at a job that nobody works at as far as the phone knows: some three minutes. */
const MOST_LOOKS = 120

/** One document on its way, whichever page of the desk is shown meanwhile. */
export function createDocumentImport({ begin, upload, run, job, kept, wait }: Options): DocumentImport {
  const listeners = new Set<() => void>()
  let state: ImportState | null = null
  let isUnderWay = false

  function tell(next: ImportState | null): void {
    state = next
    for (const listener of listeners) listener()
  }

  /** One at a time: a second tap starts nothing. */
  async function attempt(fileName: string, work: () => Promise<ImportState>): Promise<void> {
    if (isUnderWay) return
    isUnderWay = true
    try {
      tell(await work())
    } catch (thrown) {
      tell({ state: 'stopped', fileName, why: AppError.from(thrown).code })
    } finally {
      isUnderWay = false
    }
  }

  async function follow({ job: id, fileId, fileName }: KeptImport): Promise<ImportState> {
    tell({ state: 'reading', fileName })
    let isRunning = false
    let failure: AppError | null = null
    function start(): void {
      isRunning = true
      failure = null
      run({ job: id, fileId })
        .catch((thrown: unknown) => {
          failure = AppError.from(thrown)
        })
        .finally(() => {
          isRunning = false
        })
    }
    start()
    for (let left = MOST_LOOKS; left > 0; ) {
      await wait(PAUSE)
      const seen = await job({ job: id }).catch(onlyOffline)
      const ended = seen && endOf(seen)
      if (ended) {
        kept.remove()
        return ended
      }
      if (isRunning) continue
      left -= 1
      // A function that takes longer than the phone waits for looks as if there were no network: the job says more.
      if (failure && !isTransient(failure)) throw failure
      if (seen?.state === 'waiting') start()
    }
    if (failure !== null) throw failure
    kept.remove()
    return { state: 'stopped', fileName, why: 'lost-track' }
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start({ name, size, path }, draftId) {
      return attempt(name, async () => {
        if (size > LARGEST_DOCUMENT) return { state: 'stopped', fileName: name, why: 'too-large' }
        if (size === 0) return { state: 'stopped', fileName: name, why: 'empty-file' }
        tell({ state: 'preparing', fileName: name })
        const fileName = name.slice(-LONGEST_NAME)
        const begun = await begin({ fileName, bytes: size, ...(draftId !== undefined && { draftId }) })
        tell({ state: 'uploading', fileName: name })
        const fileId = await upload({ cloudPath: begun.cloudPath, file: path })
        const uploaded = { job: begun.job, fileId, fileName: name }
        kept.set(uploaded)
        return follow(uploaded)
      })
    },
    async resume() {
      const uploaded = kept.get()
      if (uploaded) await attempt(uploaded.fileName, () => follow(uploaded))
    },
    forget() {
      if (!isUnderWay) tell(null)
    },
  }
}

/** Of a file's name; its end tells what it is. */
const LONGEST_NAME = 300

function endOf(seen: EndpointOutput<typeof getImport>): ImportState | null {
  const { state, fileName, draftId, problems, differences } = seen
  if (state === 'failed') return { state, fileName, problems }
  return state === 'done' && draftId !== null ? { state, draftId, differences } : null
}

function isTransient({ code }: AppError): boolean {
  return code === 'OFFLINE' || code === 'INTERNAL'
}

function onlyOffline(thrown: unknown): null {
  const error = AppError.from(thrown)
  if (isTransient(error)) return null
  throw error
}
