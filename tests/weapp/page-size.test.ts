import { anIssueOf } from '../support/an-issue'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import type { WxmlNode } from './support/wxml-node'

/** WeChat's experience score fails a page beyond any of these. */
const LIMITS = { nodes: 1000, depth: 30, children: 60, setDataBytes: 256 * 1024 }

function depthOf(node: WxmlNode): number {
  return 1 + Math.max(0, ...node.elements.map(depthOf))
}

describe('an issue of 40 items', () => {
  let room: IssuesCloud
  let phone: MiniProgram

  beforeAll(async () => {
    room = await startIssuesCloud()
    await room.publish(anIssueOf(40))
    phone = await openMiniProgram({ cloud: room.cloud, path: 'pages/issue/index', query: { id: '301' } })
  })

  afterAll(() => room.close())

  it.each(['中', 'EN', 'Both'])('stays within WeChat’s limits when read in %s', async (mode) => {
    await phone.tap(phone.page.find({ className: 'top-bar' }).find({ role: 'radio', text: mode }))
    const { root } = phone.page
    const nodes = [...root.walk()]
    expect(phone.page.all({ id: /^item-/u })).toHaveLength(40)
    expect(nodes.length).toBeGreaterThan(40 * 6)
    expect(nodes.length).toBeLessThan(LIMITS.nodes)
    expect(depthOf(root)).toBeLessThan(LIMITS.depth)
    expect(Math.max(...nodes.map((node) => node.children.length))).toBeLessThanOrEqual(LIMITS.children)
  })

  it('is sent to the screen in pieces that WeChat takes', () => {
    const sizes = phone.page.setDatas.map(({ bytes }) => bytes)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(LIMITS.setDataBytes)
  })
})
