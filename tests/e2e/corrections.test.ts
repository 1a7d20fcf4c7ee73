import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wordsZh } from '#reader/words-zh'
import { edit } from './support/edit'
import { openReader, type Reader, takeComplaints } from './support/open-reader'
import { itemsIn, sampleIssues } from './support/samples'
import { itemsOf, openList, press, rows, settle, shownPage, titleOf } from './support/screen'
import { type RunningServer, startServer } from './support/start-server'

const [, corrected, withdrawn] = sampleIssues()

/** Here issues change, so the server is this file's own. */
let server: RunningServer

beforeAll(async () => {
  server = await startServer()
  process.env.READING_ROOM_URL = server.url
})

afterAll(() => server.stop())

it('shows a correction when the issue is opened again', async () => {
  const title = corrected && itemsIn(corrected)[0]?.title.zh
  const reader = await openReader('phone')
  await openList(reader)
  await openAndComeBack(reader, 1)

  publishWith(`content/no-${corrected?.id}.md`, title ?? '', '更正后的标题')
  await open(reader, 1)
  await itemsOf(reader.page).getByText('更正后的标题').waitFor()

  expect(await titleOf(itemsOf(reader.page).first()).textContent()).toBe('更正后的标题')
})

it('says that an issue was withdrawn, and keeps neither its copy nor its place in the list', async () => {
  const reader = await openReader('phone')
  await openList(reader)
  await openAndComeBack(reader, 2)
  const listed = await rows(reader.page).count()

  edit('withdraw', withdrawn?.id ?? '')
  await open(reader, 2)
  await shownPage(reader.page).getByText(wordsZh.absent).waitFor()
  expect(await itemsOf(reader.page).count()).toBe(0)

  await reader.context.setOffline(true)
  await press(reader, shownPage(reader.page).getByRole('button'))
  await settle(reader.page)
  expect(await rows(reader.page).count()).toBe(listed - 1)
  await reader.page.evaluate((id) => {
    window.location.hash = `#/pages/issue/index?id=${id}`
  }, withdrawn?.id)
  await shownPage(reader.page).getByText(wordsZh.offline, { exact: true }).waitFor()
  expect(await itemsOf(reader.page).count()).toBe(0)
  for (const complaint of takeComplaints()) expect(complaint).toContain('net::ERR_')
})

async function open(reader: Reader, row: number): Promise<void> {
  await press(reader, rows(reader.page).nth(row))
}

async function openAndComeBack(reader: Reader, row: number): Promise<void> {
  await open(reader, row)
  await itemsOf(reader.page).first().waitFor()
  await settle(reader.page)
  await reader.page.goBack()
  await settle(reader.page)
}

function publishWith(file: string, text: string, replacement: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'correction-'))
  const document = join(folder, 'corrected.md')
  writeFileSync(document, readFileSync(join(__dirname, '../..', file), 'utf8').replaceAll(text, replacement))
  edit('import', document, '--publish')
  rmSync(folder, { recursive: true })
}
