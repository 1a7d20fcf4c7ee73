import { beginDraft, publishDraft, saveDraft } from '#shared/drafts/endpoints'
import { getIssue } from '#shared/issues/endpoints'
import { aDraftItem, aDraftOf } from '../support/a-draft'
import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { READER } from './support/phone-network'

jest.setTimeout(60_000)

const COLLEAGUE = 'oColleague-0123456789abcdefg'

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud()
  // The phone's own time.
  desk.cloud.clock.jumpTo(Date.UTC(2021, 0, 1))
  await desk.appoint(READER, 'owner', '王律师')
  await desk.appoint(COLLEAGUE, 'editor', '李娜')
})

afterAll(() => desk.close())

let number = 500

/** Stored, and never published. */
async function aDraft(overrides: Parameters<typeof aDraftOf>[1] = {}) {
  number += 1
  const issue = aDraftOf([aDraftItem()], {
    number,
    series: { title: { zh: '数据周报', en: 'Weekly Data Review' }, number },
    ...overrides,
  })
  const { id } = await desk.call(beginDraft, {}, READER)
  await desk.call(saveDraft, { id, revision: 1, issue, differences: [], dismissed: [] }, READER)
  return { id, issue, number }
}

const open = (page: string, id: string) =>
  openMiniProgram({ cloud: desk.cloud, path: `editor/${page}/index`, query: { id } })

const callsOf = (phone: MiniProgram, endpoint: string) =>
  phone.network.calls.filter(({ data }) => (data as { endpoint?: string }).endpoint === endpoint)

const acts = async (act: string) => (await desk.audit()).filter((entry) => entry.act === act)

/** The next call reaches the cloud, and its answer does not reach the phone. */
function loseAnswerTo(phone: MiniProgram, endpoint: string): void {
  const { network } = phone
  const callFunction = network.callFunction.bind(network)
  network.callFunction = async (call) => {
    const answer = await callFunction(call)
    if ((call.data as { endpoint?: string }).endpoint !== endpoint) return answer
    network.callFunction = callFunction
    throw { errCode: -1, errMsg: 'request:fail timeout' }
  }
}

describe('the checking view', () => {
  it('says what looks wrong; found right with a reason, it stays so on every phone until that is taken back', async () => {
    const { id } = await aDraft({
      sections: [
        {
          title: { zh: '国内要闻', en: 'Domestic News' },
          items: [aDraftItem({ title: { zh: '处罚3100起', en: 'Penalties in 3,200 Cases' } })],
        },
      ],
    })
    const phone = await open('check', id)
    expect(phone.page.lines).toContain('数字不一致：中文“3100”，英文“3,200”')
    expect(phone.page.all({ className: 'run--lit' }).map(({ text }) => text)).toEqual(['3100', '3,200'])
    expect(phone.page.lines).toContain('1\u00a0处待看')

    await phone.tap('没有问题')
    await phone.tap({ role: 'radio', text: '已核对原文' })
    expect(phone.page.lines).toContain('没有待看之处')

    const other = await open('check', id)
    expect(other.page.lines).toContain('数字不一致：中文“3100”，英文“3,200” · 王律师看过：已核对原文')
    expect(other.page.has({ className: 'run--lit' })).toBe(false)
    await other.tap('撤回')
    expect(other.page.lines).toContain('1\u00a0处待看')
  })

  it('leads to the item, and where a section lacks a name, to the draft', async () => {
    const { id } = await aDraft({
      sections: [
        {
          title: { zh: '国内要闻', en: null },
          items: [aDraftItem({ title: { zh: '一', en: null }, body: { zh: null, en: null } })],
        },
      ],
    })
    const phone = await open('check', id)
    const mend = (place: number) => {
      const found = phone.page.all('去修改')[place]
      if (!found) throw new Error('Nothing is to be mended.')
      return phone.tap(found)
    }
    expect(phone.page.lines).toContain('栏目缺英文名')
    await mend(0)
    expect(phone.stack).toEqual(['editor/check/index', 'editor/draft/index'])
    await phone.back()
    await mend(1)
    expect(phone.stack).toEqual(['editor/check/index', 'editor/item/index'])
    expect(phone.page.options).toEqual(expect.objectContaining({ id, item: 'item1' }))
  })
})

describe('the preview', () => {
  it('shows the issue as readers will see it, and neither counts nor offers anything', async () => {
    const { id, issue } = await aDraft({ month: null })
    const phone = await open('preview', id)
    const title = issue.sections[0]?.items[0]?.title
    expect(phone.page.lines).toContain(title?.zh)
    expect(phone.page.lines).not.toContain(title?.en)
    const [top] = phone.page.all({ role: 'radio', label: '中英双语' })
    if (!top) throw new Error('The preview has no switch.')
    await phone.tap(top)
    expect(phone.page.lines).toContain(title?.en)
    expect(phone.page.has({ className: 'alert-strip' })).toBe(false)
    expect(phone.network.calls.map(({ name }) => name)).toEqual(['editor'])

    const again = await openMiniProgram({
      cloud: desk.cloud,
      path: 'editor/preview/index',
      query: { id },
      storage: phone.storage,
    })
    expect(again.page.lines).not.toContain(title?.en)
  })
})

describe('publishing', () => {
  it('says what will happen, and then does it once however often it is tapped', async () => {
    const { id, number } = await aDraft()
    const phone = await open('publish', id)
    expect(phone.page.lines).toContain('读者还看不到这一期。')
    await phone.tap({ role: 'radio', text: '不提醒' })
    expect(phone.page.lines).toEqual(
      expect.arrayContaining([`《数据周报》第 ${number} 期立即对读者可见。`, '不派发提醒。']),
    )
    expect(callsOf(phone, 'publish')).toEqual([])

    await phone.tap({ role: 'button', text: '发布' })
    const confirm = phone.page.find('确认')
    phone.page.tap(confirm)
    phone.page.tap(confirm)
    await phone.settle()
    expect(phone.page.lines).toContain('已发布。')
    expect(callsOf(phone, 'publish')).toHaveLength(1)
    const shown = await desk.call(getIssue, { id: String(number) }, 'a-reader')
    expect(shown).toMatchObject({ status: 'current', correction: null })
    expect(phone.page.has({ role: 'button', text: '发布' })).toBe(false)
  })

  it('knows that it was published where the answer was lost', async () => {
    const { id, number } = await aDraft()
    const phone = await open('publish', id)
    loseAnswerTo(phone, 'publish')
    await phone.tap({ role: 'button', text: '发布' })
    await phone.tap('确认')
    expect(phone.page.lines).toContain('已发布。')
    expect((await acts('publish')).filter(({ subject }) => subject === String(number))).toHaveLength(1)
  })

  it('says that it is not known where nobody can be asked, and shows how it stands when it is tried again', async () => {
    const { id } = await aDraft()
    const phone = await open('publish', id)
    phone.network.state = 'cut'
    await phone.tap({ role: 'button', text: '发布' })
    await phone.tap('确认')
    expect(phone.page.lines.join()).toContain('不知道是否已经发布')
    phone.network.state = 'on'
    await phone.tap({ role: 'radio', text: '不提醒' })
    await phone.tap({ role: 'button', text: '发布' })
    await phone.tap('确认')
    expect(phone.page.lines).toContain('已发布。')
  })

  it('publishes nothing that the editor has not seen', async () => {
    const { id, issue, number } = await aDraft()
    const phone = await open('publish', id)
    await desk.call(
      saveDraft,
      { id, revision: 2, issue: { ...issue, month: '2021-02' }, differences: [], dismissed: [] },
      COLLEAGUE,
    )
    await phone.tap({ role: 'button', text: '发布' })
    await phone.tap('确认')
    expect(phone.page.lines).toContain('李娜刚刚改了这份草稿，所以没有发布。请再看一遍，然后发布。')
    expect(await desk.reply(getIssue, { id: String(number) }, 'a-reader')).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
    await phone.tap({ role: 'radio', text: '不提醒' })
    await phone.tap({ role: 'button', text: '发布' })
    await phone.tap('确认')
    expect(phone.page.lines).toContain('已发布。')
  })

  it('says that the number belongs to another issue', async () => {
    const first = await aDraft()
    await desk.call(
      publishDraft,
      { id: first.id, revision: 2, at: null, withAlerts: false, note: null },
      READER,
    )
    const { id } = await aDraft({ number: first.number })
    const phone = await open('publish', id)
    await phone.tap({ role: 'button', text: '发布' })
    await phone.tap('确认')
    expect(phone.page.lines.join()).toContain('总期号或系列期号已被另一期占用')
  })

  it('says what is missing, and leads to where it is mended', async () => {
    const { id } = await aDraft({ month: null })
    const phone = await open('publish', id)
    expect(phone.page.lines).toContain('缺年月。')
    expect(phone.page.has({ role: 'button', text: '发布' })).toBe(false)
    await phone.tap('去补上')
    expect(phone.stack).toEqual(['editor/publish/index', 'editor/draft/index'])
  })

  it('is planned for a time in Beijing, and taken back', async () => {
    const { id, number } = await aDraft()
    const phone = await open('publish', id)
    await phone.tap({ role: 'radio', text: '定时' })
    expect(phone.page.lines).toContain('北京时间，与手机所在的时区无关。')
    await phone.tap({ role: 'radio', text: '明天' })
    expect(phone.page.lines).toContain(
      `《数据周报》第 ${number} 期在北京时间 2021 年 1 月 2 日 09:00 对读者可见。`,
    )
    await phone.tap({ role: 'button', text: '安排发布' })
    await phone.tap('确认')
    expect(phone.page.lines).toContain('已定于北京时间 2021 年 1 月 2 日 09:00 发布，并提醒订阅的读者。')
    await phone.tap('取消安排')
    expect(phone.page.lines).toContain('读者还看不到这一期。')
    expect((await acts('unschedule')).filter(({ subject }) => subject === id)).toHaveLength(1)
  })

  it('corrects without a second alert, and readers are told what was corrected', async () => {
    const { id, issue, number } = await aDraft()
    await desk.call(publishDraft, { id, revision: 2, at: null, withAlerts: false, note: null }, READER)
    const corrected = { ...issue, date: '2021-06-04' }
    await desk.call(saveDraft, { id, revision: 2, issue: corrected, differences: [], dismissed: [] }, READER)
    const phone = await open('publish', id)
    expect(phone.page.lines).toEqual(
      expect.arrayContaining(['不会再次提醒读者。', '刊头下面不会有更正说明。']),
    )
    expect(phone.page.has({ role: 'radio', text: '提醒' })).toBe(false)
    await desk.call(
      publishDraft,
      {
        id,
        revision: 3,
        at: null,
        withAlerts: false,
        note: { zh: '日期已更正。', en: 'The date was corrected.' },
      },
      READER,
    )
    const read = (mode: string | null, network: 'on' | 'cut', storage = phone.storage) =>
      openMiniProgram({
        cloud: desk.cloud,
        path: 'pages/issue/index',
        query: { id: String(number) },
        network,
        storage,
        ...(mode === 'en' && { settings: { language: 'en' } }),
      })
    const reader = await read(null, 'on')
    expect(reader.page.lines).toContain('2021 年 1 月 1 日更正：日期已更正。')
    const offline = await read('en', 'cut', reader.storage)
    expect(offline.page.lines).toContain('Corrected January 1, 2021: The date was corrected.')
  })

  it('is withdrawn only when that is confirmed', async () => {
    const { id, number } = await aDraft()
    await desk.call(publishDraft, { id, revision: 2, at: null, withAlerts: false, note: null }, READER)
    const phone = await open('publish', id)
    await phone.tap('撤回这一期')
    await phone.tap('再想想')
    expect(callsOf(phone, 'withdraw')).toEqual([])
    await phone.tap('撤回这一期')
    await phone.tap('确认撤回')
    expect(phone.page.lines).toContain('这一期已撤回，读者看不到。')
    expect(await desk.reply(getIssue, { id: String(number) }, 'a-reader')).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
  })
})

it.each(['check', 'preview', 'publish'])('shows a reader nothing on the page %s', async (page) => {
  const { id, issue } = await aDraft()
  await desk.database.collection('editors').doc(READER).remove()
  const phone = await open(page, id)
  expect(phone.page.lines).toContain('这里需要相应的权限')
  expect(phone.page.lines).not.toContain(issue.sections[0]?.items[0]?.title.zh)
  await desk.appoint(READER, 'owner', '王律师')
})
