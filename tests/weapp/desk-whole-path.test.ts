import { importDocument } from '#core/importer/import-document'
import { wechat } from '../../config/wechat'
import { openDesk } from '../../tools/newsletter/desk'
import { someAlertSettings } from '../support/alert-settings'
import { anIssue } from '../support/an-issue'
import { type DeskCloud, OWNER_CODE, startDeskCloud } from '../support/desk-cloud'
import { anImport } from '../support/issues-cloud'
import { wordDocument } from '../support/word-document'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { READER } from './support/phone-network'

jest.setTimeout(120_000)

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud({ wechat })
  // The phone's own time.
  desk.cloud.clock.jumpTo(Date.UTC(2021, 0, 1))
  const settings = { ...someAlertSettings(), quietHours: null }
  await desk.database.collection('settings').doc('alerts').set({ data: settings })
})

afterAll(() => desk.close())

const fields = (phone: MiniProgram, className: string) => phone.page.all({ className })
const openPage = (page: string, query: Record<string, string> = {}) =>
  openMiniProgram({ cloud: desk.cloud, path: page, query })

async function sendAlerts(): Promise<void> {
  for (const run of desk.cloud.timers.fire('alerts')) await run.rest
  await desk.cloud.wechat.idle()
}

/** The first item's Chinese title, written anew. */
async function mendFirstTitle(id: string, title: string): Promise<void> {
  const phone = await openPage('editor/draft/index', { id })
  const [first] = fields(phone, 'item-row--leads')
  if (!first) throw new Error('The draft has no item.')
  await phone.tap(first)
  await phone.type(() => fields(phone, 'field__area')[0], title)
  expect(phone.page.lines).toContain('已保存')
}

it('claims, imports a Word document, mends a title, publishes; the alert arrives; corrects and withdraws', async () => {
  const content = wordDocument()
  const { issue } = await importDocument(content)
  const title = issue?.sections[0]?.items[0]?.title.zh
  if (!issue || !title) throw new Error('The document is no newsletter.')
  const earlier = anIssue({ id: '1', number: 1, series: { title: issue.series.title, number: 1 } })
  const commandLine = await openDesk(desk.cloud.adminUrl)
  await commandLine.publish((await commandLine.importDraft(anImport(earlier))).id, false)
  const { id } = issue

  const list = await openMiniProgram({ cloud: desk.cloud })
  // Alerts are offered to who has opened an issue.
  await list.tap({ className: 'lead' })
  await list.back()
  await list.tap({ className: 'alert-strip__action' })
  await list.subscriptions.answer({ press: 'allow' })
  await list.settle()
  expect(list.page.lines).toContain('您将收到下一期的提醒。')

  const phone = await openPage('editor/desk/index')
  await phone.type(() => fields(phone, 'field__input')[0], OWNER_CODE)
  await phone.type(() => fields(phone, 'field__input')[1], '王律师')
  await phone.tap('领取')
  phone.files.choice = { name: '周报.docx', content }
  await phone.tap('选择文档')
  expect(phone.page.path).toBe('editor/draft/index')

  const mended = `${title}（一）`
  await mendFirstTitle(id, mended)
  const preview = await openPage('editor/preview/index', { id })
  expect(preview.page.lines).toContain(mended)

  const publishing = await openPage('editor/publish/index', { id })
  expect(publishing.page.lines).toContain('目前有 1 位读者订阅了这个系列的提醒。')
  await publishing.tap('发布')
  await publishing.tap('确认')
  expect(publishing.page.lines).toContain('已发布。')

  await sendAlerts()
  const reader = desk.cloud.wechat.phone(READER)
  const [message] = reader.inbox
  const opened = reader.openMessage(message?.msgid ?? '')
  const reading = await openMiniProgram({ cloud: desk.cloud, ...opened })
  expect(reading.page.path).toBe('pages/issue/index')
  expect(reading.page.lines).toContain(mended)

  const corrected = `${title}（二）`
  await mendFirstTitle(id, corrected)
  const correcting = await openPage('editor/publish/index', { id })
  await correcting.type(() => fields(correcting, 'field__area')[0], '第一条的标题已更正。')
  await correcting.tap('发布更正')
  await correcting.tap('确认')
  expect(correcting.page.lines).toContain('更正已发布。')
  await sendAlerts()
  expect(reader.inbox).toHaveLength(1)
  // On the phone that keeps the issue as it was first read.
  const { storage } = reading
  const again = await openMiniProgram({ cloud: desk.cloud, ...opened, storage })
  expect(again.page.lines).toContain(corrected)
  expect(again.page.lines.join('\n')).toContain('第一条的标题已更正。')

  await correcting.tap('撤回这一期')
  await correcting.tap('确认撤回')
  expect(correcting.page.lines).toContain('已撤回。')
  const gone = await openMiniProgram({ cloud: desk.cloud, ...opened, storage })
  expect(gone.page.lines).toContain('没有找到这一期')
  expect(gone.page.lines).not.toContain(corrected)
})
