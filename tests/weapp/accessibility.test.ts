import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { BUILD, type MiniProgram, openMiniProgram } from './support/mini-program'
import { anIssueOfTwo, FIRST } from './support/two-items'

describe('a screen reader', () => {
  let room: IssuesCloud

  beforeAll(async () => {
    room = await startIssuesCloud()
    await room.publish(anIssueOfTwo('301'), anIssueOfTwo('300'))
  })

  afterAll(() => room.close())

  const openIssue = () =>
    openMiniProgram({ cloud: room.cloud, path: 'pages/issue/index', query: { id: '301' } })
  const switchOf = (phone: MiniProgram) =>
    phone.page
      .find(FIRST)
      .all({ role: 'radio' })
      .map((segment) => segment.aria)

  it('is told a switch’s name and state, and the new state after a tap', async () => {
    const phone = await openIssue()
    expect(phone.page.find(FIRST).find({ role: 'radiogroup' }).aria.label).toBe('本条语言')
    expect(phone.page.find({ className: 'top-bar' }).find({ role: 'radiogroup' }).aria.label).toBe('阅读语言')
    expect(switchOf(phone)).toEqual([
      { role: 'radio', label: '中文', checked: true },
      { role: 'radio', label: '英文', checked: false },
      { role: 'radio', label: '中英双语', checked: false },
    ])
    await phone.tap(phone.page.find(FIRST).find({ label: '英文' }))
    expect(switchOf(phone).map(({ checked }) => checked)).toEqual([false, true, false])
  })

  it('is told of every node that can be tapped what it is', async () => {
    const list = await openMiniProgram({ cloud: room.cloud })
    const issue = await openIssue()
    const mine = await openMiniProgram({ cloud: room.cloud, path: 'pages/mine/index' })
    for (const { page } of [list, issue, mine]) {
      const silent = [...page.root.walk()].filter(
        (node) =>
          node.attributes.bindtap === 'eh' &&
          // WeChat's own button says itself what it is.
          node.tag !== 'button' &&
          !['radio', 'link', 'button'].includes(node.aria.role ?? ''),
      )
      expect(silent.map((node) => node.text)).toEqual([])
    }
  })

  it('gets from the templates whatever the pages say', async () => {
    const phone = await openIssue()
    const templates = readFileSync(join(BUILD, 'base.wxml'), 'utf8')
    const said = JSON.stringify(phone.page.setDatas.map(({ data }) => data)).matchAll(/"aria([A-Z]\w*)":/gu)
    const names = new Set([...said].map(([, name = '']) => name.toLowerCase()))
    expect([...names].sort()).toEqual(['checked', 'label', 'role'])
    for (const name of names) expect(templates).toContain(` aria-${name}="{{i.aria`)
  })
})
