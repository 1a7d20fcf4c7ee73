import { keptValue } from '#cloud/kept-value'
import type { EndpointInput, EndpointOutput } from '#shared/endpoint'
import { AppError } from '#shared/errors'
import { type beginImport, type getImport, LARGEST_DOCUMENT } from '#shared/imports/endpoints'
import { createDocumentImport, KeptImportSchema } from '../../../src/editor/document-import'
import { aStorage } from '../../support/a-storage'

type Job = EndpointOutput<typeof getImport>

const file = { name: '第204期.docx', size: 1_000, path: 'wxfile://tmp_1' }
const offline = () => new AppError('OFFLINE', 'No connection.')
const aJob = (fields: Partial<Job>): Job => ({
  state: 'working',
  fileName: file.name,
  draftId: null,
  problems: [],
  differences: 0,
  ...fields,
})

/** A phone whose waiting takes no time, and a cloud that is asked for the job and answers the next of `jobs`. */
function aPhone(jobs: (Job | Error)[], storage = aStorage()) {
  const did: string[] = []
  const begun: EndpointInput<typeof beginImport>[] = []
  const run: (() => Promise<void>)[] = []
  const states: (string | undefined)[] = []
  const documentImport = createDocumentImport({
    async begin(input) {
      begun.push(input)
      return { job: 'a'.repeat(32), cloudPath: 'imports/a.docx' }
    },
    async upload({ cloudPath }) {
      did.push(`upload ${cloudPath}`)
      return 'cloud://imports/a.docx'
    },
    async run() {
      did.push('run')
      await run.shift()?.()
    },
    async job() {
      did.push('job')
      const next = jobs.length > 1 ? jobs.shift() : jobs[0]
      if (next instanceof Error) throw next
      return next ?? aJob({})
    },
    kept: keptValue(storage, 'import', KeptImportSchema),
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  })
  documentImport.subscribe(() => states.push(documentImport.get()?.state))
  return { documentImport, did, begun, run, states, storage }
}

const done = aJob({ state: 'done', draftId: '204', differences: 2 })

describe('a document on its way to a draft', () => {
  it('is announced, uploaded, read and found again as a draft', async () => {
    const phone = aPhone([aJob({ state: 'waiting' }), aJob({}), done])
    await phone.documentImport.start(file)
    expect(phone.begun).toEqual([{ fileName: file.name, bytes: 1_000 }])
    expect(phone.states).toEqual(['preparing', 'uploading', 'reading', 'done'])
    expect(phone.documentImport.get()).toEqual({ state: 'done', draftId: '204', differences: 2 })
    expect(phone.storage.get('import')).toBe('')
  })

  it('goes on an open draft where there is one', async () => {
    const phone = aPhone([done])
    await phone.documentImport.start(file, '204')
    expect(phone.begun).toEqual([{ fileName: file.name, bytes: 1_000, draftId: '204' }])
  })

  it('says why the importer could not read it', async () => {
    const problems = [
      { severity: 'error' as const, code: 'empty', message: 'No text.', place: { page: 1 }, item: null },
    ]
    const phone = aPhone([aJob({ state: 'failed', problems })])
    await phone.documentImport.start(file)
    expect(phone.documentImport.get()).toEqual({ state: 'failed', fileName: file.name, problems })
  })

  it.each([
    ['too large', LARGEST_DOCUMENT + 1, 'too-large'],
    ['empty', 0, 'empty-file'],
  ])('is not sent where it is %s', async (_name, size, why) => {
    const phone = aPhone([done])
    await phone.documentImport.start({ ...file, size })
    expect(phone.documentImport.get()).toMatchObject({ state: 'stopped', why })
    expect(phone.begun).toEqual([])
  })

  it('is followed where the function takes longer than the phone waits for', async () => {
    const phone = aPhone([aJob({}), aJob({}), aJob({}), done])
    phone.run.push(async () => {
      throw offline()
    })
    await phone.documentImport.start(file)
    expect(phone.documentImport.get()?.state).toBe('done')
    expect(phone.did.filter((act) => act === 'run')).toHaveLength(1)
  })

  it('is asked for again where the asking did not arrive', async () => {
    const phone = aPhone([aJob({ state: 'waiting' }), aJob({ state: 'waiting' }), done])
    phone.run.push(async () => {
      throw offline()
    })
    await phone.documentImport.start(file)
    expect(phone.did.filter((act) => act === 'run').length).toBeGreaterThan(1)
    expect(phone.documentImport.get()?.state).toBe('done')
  })

  it('is no longer followed where the caller has lost the role', async () => {
    const phone = aPhone([new AppError('FORBIDDEN', 'No role.')])
    await phone.documentImport.start(file)
    expect(phone.documentImport.get()).toMatchObject({ state: 'stopped', why: 'FORBIDDEN' })
  })

  it('is given up without a network, and followed again when the desk is next opened', async () => {
    const storage = aStorage()
    const phone = aPhone([offline()], storage)
    phone.run.push(async () => {
      throw offline()
    })
    await phone.documentImport.start(file)
    expect(phone.documentImport.get()).toMatchObject({ state: 'stopped', why: 'OFFLINE' })
    const later = aPhone([done], storage)
    await later.documentImport.resume()
    expect(later.did).not.toContain('upload imports/a.docx')
    expect(later.documentImport.get()?.state).toBe('done')
  })

  it('is not followed for ever where nothing comes of it', async () => {
    const phone = aPhone([aJob({})])
    await phone.documentImport.start(file)
    expect(phone.documentImport.get()).toMatchObject({ state: 'stopped', why: 'lost-track' })
    expect(phone.storage.get('import')).toBe('')
  })

  it('is one at a time', async () => {
    const phone = aPhone([done])
    await Promise.all([phone.documentImport.start(file), phone.documentImport.start(file)])
    expect(phone.begun).toHaveLength(1)
  })

  it('has nothing to say once it was heard', async () => {
    const phone = aPhone([done])
    await phone.documentImport.start(file)
    phone.documentImport.forget()
    expect(phone.documentImport.get()).toBeNull()
  })
})
