import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocument } from '#core/importer/import-document'
import type { Issue } from '#shared/newsletter/issue'
import { anIssueOf } from '../support/an-issue'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { itemsOf, type Toggle, toggleItems } from './support/toggle-items'

const content = join(__dirname, '../../content')
const samples = readdirSync(content)

describe('a tap on an item’s switch', () => {
  let room: IssuesCloud
  let toggles: Toggle[] = []

  beforeAll(async () => {
    room = await startIssuesCloud()
    const long = await open(anIssueOf(40))
    toggles = await toggleItems(long, itemsOf(long).slice(-1))
    for (const file of samples) {
      const { issue } = await importDocument(readFileSync(join(content, file)))
      toggles.push(...(await toggleItems(await open(issue))))
    }
  }, 60_000)

  afterAll(() => room.close())

  async function open(issue: Issue | null): Promise<MiniProgram> {
    if (!issue) throw new Error('A sample is no newsletter.')
    await room.publish(issue)
    return openMiniProgram({ cloud: room.cloud, path: 'pages/issue/index', query: { id: issue.id } })
  }

  it('sends one setData', () => {
    expect(toggles.length).toBeGreaterThan(6 * samples.length)
    expect(toggles.filter(({ setDataBytes }) => setDataBytes.length !== 1)).toEqual([])
  })

  it('sends at most 1.2 times the bytes of the text it shows, and 1,024 more', () => {
    const tooLarge = toggles.filter(
      ({ setDataBytes: [bytes = 0], shownBytes }) => bytes > 1.2 * shownBytes + 1024,
    )
    expect(tooLarge).toEqual([])
  })
})
