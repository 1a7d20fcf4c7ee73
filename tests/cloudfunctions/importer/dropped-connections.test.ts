import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runImport } from '#shared/imports/endpoints'
import { type ImporterCloud, type Importing, startImporterCloud } from '../../support/importer-cloud'

jest.setTimeout(60_000)

const FUNCTION = 'importer-at-once'

const PLAIN = readFileSync(join(__dirname, '../../fixtures/importer/plain.md'))

let test: ImporterCloud
let editor: Importing

beforeAll(async () => {
  test = await startImporterCloud(FUNCTION)
  editor = await test.person('oEditor-0123456789abcdefghij', 'editor')
})

afterAll(() => test.close())

afterEach(() => test.clear())

/** How often a run that nothing befalls speaks to the cloud. */
async function callsOfARun(): Promise<number> {
  const { job, fileId } = await editor.uploaded('plain.md', PLAIN)
  test.cloud.calls.reset()
  await editor.call(runImport, { job, fileId })
  const count =
    test.cloud.calls.count({ function: FUNCTION }) - test.cloud.calls.count({ action: 'client.callFunction' })
  await test.clear()
  return count
}

/** A job that is done has its draft and its entry, once; any other has neither. */
async function expectAllOrNothing(job: string): Promise<'done' | 'failed' | 'working' | 'waiting'> {
  const { state, problems, draftId } = await editor.job(job)
  const isDone = state === 'done'
  expect(await test.drafts()).toMatchObject(isDone ? [{ id: draftId, revision: 1 }] : [])
  expect(await test.audit('import')).toHaveLength(isDone ? 1 : 0)
  if (state === 'failed') expect(problems).toHaveLength(1)
  return state
}

describe.each(['before', 'after'] as const)('a connection that is cut %s the work is done', (when) => {
  it('at any call of a run leaves a whole draft or none, and never two', async () => {
    const calls = await callsOfARun()
    expect(calls).toBeGreaterThan(8)
    for (let call = 1; call <= calls; call += 1) {
      const { job, fileId } = await editor.uploaded('plain.md', PLAIN)
      test.cloud.faults.add({ function: FUNCTION, on: { call: call + 1 }, fault: { kind: 'drop', when } })
      await editor.reply(runImport, { job, fileId })
      await test.cloud.faults.clear()
      const state = await expectAllOrNothing(job)
      // The phone, which has heard that it failed or nothing at all, calls again.
      if (state === 'waiting') {
        await editor.call(runImport, { job, fileId })
        expect(await expectAllOrNothing(job)).toBe('done')
      }
      await test.clear()
    }
  })
})

it('that is cut at a single call of storing the draft costs nothing: it is stored all the same', async () => {
  for (const action of ['database.commitTransaction', 'database.startTransaction'])
    for (const call of [1, 2]) {
      const { job, fileId } = await editor.uploaded('plain.md', PLAIN)
      test.cloud.faults.add({ action, on: { call }, fault: { kind: 'drop', when: 'after' } })
      await editor.call(runImport, { job, fileId })
      await test.cloud.faults.clear()
      expect(await expectAllOrNothing(job)).toBe('done')
      await test.clear()
    }
})
