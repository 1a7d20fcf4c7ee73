import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Issue } from '#shared/newsletter/issue'
import { firstText } from '#shared/newsletter/shown-text'
import { type MiniProgram, openMiniProgram } from '../../tests/weapp/support/mini-program'
import { build } from '../build/build'
import { startLocalCloud } from '../local-cloud/start-local-cloud'
import { publishSamples } from '../newsletter/publish-samples'
import type { Figure } from './figure'

const root = join(__dirname, '../..')

const editor = { openid: '', role: 'editor', name: 'Bench' } as const

/** Scanned with the camera. */
const SCENE = 1047

/** What the built mini-program receives of the cloud before an issue’s first text, opened by a code: first, and again. */
export async function benchArrive(): Promise<Figure[]> {
  await build('functions', { ifStale: true })
  await build('weapp', { ifStale: true })
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'))
  const functionsDir = join(root, 'dist/cloudfunctions')
  const cloud = await startLocalCloud({ port: 0, dataDir, functionsDir, log: () => {} })
  try {
    const cold: number[] = []
    const warm: number[] = []
    const ids = await publishSamples(cloud.adminUrl)
    // Only now that the SDK speaks to this cloud.
    const { createCode } = await import('#core/codes/create-code')
    for (const id of ids) {
      const target = { kind: 'issue', issueId: id } as const
      const { code } = await createCode({ target, channel: 'bench' }, { editor, now: new Date() })
      const query = { scene: code.token }
      const scan = (more = {}) =>
        openMiniProgram({ cloud, path: 'pages/issue/index', query, scene: SCENE, ...more })
      const first = await scan()
      const again = await scan({ storage: first.storage })
      const { issue } = first.storage.get(`issue:${id}`) as { issue: Issue }
      const size = Buffer.byteLength(JSON.stringify(issue))
      cold.push(receivedBeforeText(first, issue) / size)
      warm.push(receivedBeforeText(again, issue) / size)
    }
    const baseline = `the bytes of that issue’s own JSON; the dearest of ${ids.length} samples`
    return [
      { name: 'arrive/cold', value: Math.max(...cold), atMost: 1.5, baseline },
      { name: 'arrive/warm', value: Math.max(...warm), atMost: 0, baseline },
    ]
  } finally {
    await cloud.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** What had arrived when the title of the first item was sent to the screen. */
function receivedBeforeText(phone: MiniProgram, { id, sections }: Issue): number {
  const [item] = sections[0]?.items ?? []
  const title = item && JSON.stringify(firstText(item.title, 'zh'))
  const shown = phone.page.setDatas.find(({ data }) => title && JSON.stringify(data).includes(title))
  if (!shown) throw new Error(`The text of ${id} was never shown.`)
  return shown.received
}
