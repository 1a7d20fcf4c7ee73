import type { Clock } from '../clock'
import { CloudError } from '../cloud-error'
import type { Actor } from './actor'
import { answerEach } from './answer-each'
import { DownloadLinks } from './download-links'
import type { Files } from './files'
import { UploadGrants } from './upload-grants'

/** Seconds; the newer page of the documentation says so for files that not everybody may read. */
const DEFAULT_MAX_AGE = 600

/** A file as a call names it. */
type AskedFile = { fileID: string; maxAge?: unknown }

type Services = { files: Files; clock: Clock; url: () => string }

/** What servers and phones ask of the cloud's storage. */
export class Storage {
  readonly files: Files
  readonly grants: UploadGrants
  readonly links: DownloadLinks
  readonly #url: () => string

  constructor({ files, clock, url }: Services) {
    this.files = files
    this.grants = new UploadGrants(clock)
    this.links = new DownloadLinks(clock)
    this.#url = url
  }

  /** Where a server sends a file's bytes, and what it brings along. */
  grantUpload(path: string): { url: string; authorization: string } {
    this.files.assertMayPut(path, 'server')
    return { url: `${this.#url()}cos/${encodeURI(path)}`, authorization: this.grants.give(path) }
  }

  /** `getTempFileURL()`. */
  downloadUrls(files: readonly AskedFile[], actor: Actor) {
    return answerEach(files, (path, { maxAge: asked = DEFAULT_MAX_AGE }) => {
      this.files.assertMayRead(path, actor)
      const maxAge = parseMaxAge(asked)
      return { tempFileURL: `${this.#url()}dl/${this.links.link(path, maxAge)}`, maxAge }
    })
  }

  /** `deleteFile()`. */
  deleteFiles(fileIds: readonly string[], actor: Actor) {
    return answerEach(
      fileIds.map((fileID) => ({ fileID })),
      (path) => this.files.remove(path, actor),
    )
  }
}

function parseMaxAge(asked: unknown): number {
  if (typeof asked === 'number' && Number.isInteger(asked) && asked > 0 && asked < 2 ** 31) return asked
  throw new CloudError('STORAGE_SIGN_PARAM_INVALID', 'maxAge is no number of seconds above 0.')
}
