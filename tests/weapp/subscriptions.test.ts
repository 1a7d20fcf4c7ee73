import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { startPhoneCloud } from '../support/phone-cloud'
import { openMiniProgram } from './support/mini-program'
import { PageStack } from './support/page-stack'
import { PhoneClock } from './support/phone-clock'
import { PhoneFiles } from './support/phone-files'
import { PhoneNetwork, READER } from './support/phone-network'
import { PhoneStorage } from './support/phone-storage'
import { type PanelAnswer, Subscriptions } from './support/subscriptions'
import { anIssueOfTwo } from './support/two-items'
import { createWx, defaultSettings } from './support/wx'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startPhoneCloud()
})

/** The reader is new to WeChat in every test. */
beforeEach(() => {
  cloud.wechat.settings.reset()
  const reader = cloud.wechat.phone(READER)
  reader.turnMainSwitch(true)
  for (const id of Object.keys(reader.state.templates)) reader.setTemplate(id, { remaining: 0, kept: null })
})

afterAll(() => cloud.close())

type Wx = Record<
  'requestSubscribeMessage' | 'getSetting' | 'openSetting',
  (options?: object) => Promise<object>
>

/** A mini-program's `wx`, and the reader who holds the phone. */
function aPhone() {
  const clock = new PhoneClock()
  const network = new PhoneNetwork('on', cloud, clock)
  const subscriptions = new Subscriptions(network, clock)
  const wx = createWx({
    settings: defaultSettings,
    state: {
      clipboard: null,
      dialled: [],
      openedArticles: [],
      openedProfiles: [],
      contacts: [],
      shownPictures: [],
      toasts: [],
      modals: [],
      tabNames: [],
      refreshing: false,
      forbidden: [],
    },
    clock,
    storage: new PhoneStorage(),
    files: new PhoneFiles(),
    network,
    pages: new PageStack([], () => {
      throw new Error('This mini-program has no pages.')
    }),
    subscriptions,
  }) as Wx

  /** What a tap's handler asks of WeChat, until all has come to rest: the answer, the failure, or neither yet. */
  async function tap(ask: () => Promise<object>): Promise<{ end?: unknown }> {
    const asked: { end?: unknown } = {}
    subscriptions.tapping(() => {
      ask().then(
        (answer) => Object.assign(asked, { end: answer }),
        (failure: unknown) => Object.assign(asked, { end: failure }),
      )
    })
    await clock.settle()
    return asked
  }

  return {
    wx,
    network,
    subscriptions,
    tap,
    request: (...tmplIds: unknown[]) => tap(() => wx.requestSubscribeMessage({ tmplIds })),
  }
}

const state = () => cloud.wechat.phone(READER).state

describe('wx.requestSubscribeMessage', () => {
  it.each<[string, string[], PanelAnswer, object, object]>([
    [
      'accepts',
      ['issue', 'report'],
      { press: 'allow' },
      { issue: 'accept', report: 'accept' },
      { issue: { remaining: 1, kept: null }, report: { remaining: 1, kept: null } },
    ],
    [
      'rejects one',
      ['issue', 'report'],
      { press: 'allow', choices: { report: 'reject' } },
      { issue: 'accept', report: 'reject' },
      { issue: { remaining: 1, kept: null }, report: { remaining: 0, kept: null } },
    ],
    [
      'cancels, which is a success',
      ['issue'],
      { press: 'cancel' },
      { issue: 'reject' },
      { issue: { remaining: 0, kept: null } },
    ],
    [
      'keeps an accept',
      ['issue'],
      { press: 'allow', keep: true },
      { issue: 'accept' },
      { issue: { remaining: 1, kept: 'accept' } },
    ],
    [
      'asks for two of a title',
      ['issue', 'issue-again'],
      { press: 'allow' },
      { issue: 'accept', 'issue-again': 'filter' },
      { issue: { remaining: 1, kept: null } },
    ],
  ])('waits for the reader, who %s', async (_name, tmplIds, answer, result, after) => {
    const { request, subscriptions } = aPhone()
    const asked = await request(...tmplIds)
    expect(asked).toEqual({})
    expect(subscriptions.panel?.templates[0]).toEqual({ id: 'issue', title: '内容更新提醒', hasVoice: false })
    await subscriptions.answer(answer)
    expect(asked.end).toEqual({ errMsg: 'requestSubscribeMessage:ok', ...result })
    expect(subscriptions.panel).toBeNull()
    expect(state().templates).toMatchObject(after)
  })

  it.each<['accept' | 'reject', number]>([
    ['accept', 1],
    ['reject', 0],
  ])('shows no panel where %s was kept', async (kept, remaining) => {
    cloud.wechat.phone(READER).setTemplate('issue', { kept })
    const { request, subscriptions } = aPhone()
    expect((await request('issue')).end).toMatchObject({ issue: kept })
    expect(subscriptions.panel).toBeNull()
    expect(state().templates.issue).toEqual({ remaining, kept })
  })

  it('shows no panel for what WeChat has banned', async () => {
    cloud.wechat.settings.change({ bannedTemplates: ['issue'] })
    expect((await aPhone().request('issue')).end).toEqual({
      errMsg: 'requestSubscribeMessage:ok',
      issue: 'ban',
    })
  })

  it.each<[number, string, unknown[]]>([
    [10001, "TmplIds can't be empty", []],
    [10004, 'Invalid template id', ['issue', 7]],
    [20001, 'No template data return, verify the template id exist', ['unknown']],
    [20002, 'Templates type must be same', ['issue', 'bus']],
    [20003, 'Templates count out of max bounds', ['issue', 'report', 'third', 'fourth', 'fifth', 'sixth']],
  ])('fails with %d (%s) for %j', async (errCode, words, tmplIds) => {
    expect((await aPhone().request(...tmplIds)).end).toEqual({
      errCode,
      errMsg: `requestSubscribeMessage:fail ${words}`,
    })
  })

  it('fails with 20004 while the main switch is off', async () => {
    cloud.wechat.phone(READER).turnMainSwitch(false)
    expect((await aPhone().request('issue')).end).toEqual({
      errCode: 20004,
      errMsg: 'requestSubscribeMessage:fail The main switch is switched off',
    })
  })

  it('fails where no tap asks for it, nor a tap whose handler has returned', async () => {
    const { wx, tap } = aPhone()
    const failure = { errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.' }
    await expect(wx.requestSubscribeMessage({ tmplIds: ['issue'] })).rejects.toEqual(failure)
    const afterOtherWork = () =>
      wx
        .getSetting({ withSubscriptions: true })
        .then(() => wx.requestSubscribeMessage({ tmplIds: ['issue'] }))
    expect((await tap(afterOtherWork)).end).toEqual(failure)
    expect(state().templates.issue?.remaining ?? 0).toBe(0)
  })

  it('fails with 10005 while a panel is shown', async () => {
    const { request } = aPhone()
    await request('issue')
    expect((await request('report')).end).toMatchObject({ errCode: 10005 })
  })

  it('fails with 10002 where nobody is reached, and with 10003 where the choice does not get through', async () => {
    const { request, network, subscriptions } = aPhone()
    const asked = await request('issue')
    network.state = 'cut'
    await subscriptions.answer({ press: 'allow' })
    expect(asked.end).toMatchObject({ errCode: 10003 })
    expect((await request('issue')).end).toMatchObject({ errCode: 10002 })
    expect(state().templates.issue?.remaining ?? 0).toBe(0)
  })

  it('calls back where it is asked to', async () => {
    const { wx, subscriptions, tap } = aPhone()
    const heard: object[] = []
    const hear = (result: object) => void heard.push(result)
    const request = () => wx.requestSubscribeMessage({ tmplIds: ['issue'], success: hear, complete: hear })
    await tap(async () => ({ answered: await request() }))
    await subscriptions.answer({ press: 'cancel' })
    const answer = { errMsg: 'requestSubscribeMessage:ok', issue: 'reject' }
    expect(heard).toEqual([answer, answer])
  })
})

describe('wx.getSetting', () => {
  it('tells of the main switch and of kept choices, where it is asked to', async () => {
    const { wx } = aPhone()
    const withSubscriptions = { withSubscriptions: true }
    expect(await wx.getSetting(withSubscriptions)).toEqual({
      errMsg: 'getSetting:ok',
      authSetting: {},
      subscriptionsSetting: { mainSwitch: true },
    })
    cloud.wechat.phone(READER).setTemplate('issue', { kept: 'reject' })
    cloud.wechat.phone(READER).setTemplate('report', { kept: 'accept', remaining: 2 })
    cloud.wechat.settings.change({ bannedTemplates: ['report'] })
    expect(await wx.getSetting(withSubscriptions)).toMatchObject({
      subscriptionsSetting: { mainSwitch: true, itemSettings: { issue: 'reject', report: 'ban' } },
    })
    expect(await wx.getSetting()).toEqual({ errMsg: 'getSetting:ok', authSetting: {} })
  })
})

describe('wx.openSetting', () => {
  it('shows the settings, and answers what is set when the reader leaves them', async () => {
    cloud.wechat.phone(READER).setTemplate('issue', { kept: 'accept', remaining: 3 })
    const { wx, tap, subscriptions } = aPhone()
    const asked = await tap(() => wx.openSetting({ withSubscriptions: true }))
    expect(subscriptions.settingsPage).toEqual({
      mainSwitch: true,
      items: [{ id: 'issue', title: '内容更新提醒', isAccepted: true }],
    })
    await subscriptions.chooseItem('issue', false)
    await subscriptions.turnMainSwitch(false)
    expect(subscriptions.settingsPage).toMatchObject({ mainSwitch: false, items: [{ isAccepted: false }] })
    expect(asked).toEqual({})
    await subscriptions.leaveSettings()
    expect(asked.end).toEqual({
      errMsg: 'openSetting:ok',
      authSetting: {},
      subscriptionsSetting: { mainSwitch: false, itemSettings: { issue: 'reject' } },
    })
    expect(state()).toMatchObject({
      mainSwitch: false,
      templates: { issue: { remaining: 0, kept: 'reject' } },
    })
  })

  it('fails where no tap asks for it', async () => {
    await expect(aPhone().wx.openSetting()).rejects.toEqual({
      errMsg: 'openSetting:fail can only be invoked by user TAP gesture.',
    })
  })
})

describe('the built mini-program', () => {
  let room: IssuesCloud

  beforeAll(async () => {
    room = await startIssuesCloud()
    await room.publish(anIssueOfTwo('301'))
  })

  afterAll(() => room.close())

  it('is opened by a message in the inbox, as by a service notification', async () => {
    room.cloud.wechat.grant([READER], 'local-new-issue')
    await room.sdk.openapi.subscribeMessage.send({
      touser: READER,
      templateId: 'local-new-issue',
      page: 'pages/issue/index?id=301',
      data: { thing1: { value: '周报' }, thing2: { value: '甲事' }, date3: { value: '2021年1月15日' } },
    })
    const reader = room.cloud.wechat.phone(READER)
    const opened = reader.openMessage(reader.inbox[0]?.msgid ?? '')
    expect(opened).toEqual({ path: 'pages/issue/index', query: { id: '301' }, scene: 1014 })
    const phone = await openMiniProgram({ cloud: room.cloud, ...opened })
    expect(phone.page.path).toBe('pages/issue/index')
    expect(phone.page.has('甲事标题')).toBe(true)
  })

  it('may ask while a tap on one of its pages is handled', async () => {
    const { cloud: itsCloud } = room
    const phone = await openMiniProgram({ cloud: itsCloud, path: 'pages/mine/index' })
    const { instance } = phone.page
    const handle = instance.eh as (event: object) => void
    instance.eh = (event: object) => {
      phone.subscriptions.api.requestSubscribeMessage({ tmplIds: ['local-new-issue'] })
      handle(event)
    }
    await phone.tap('EN')
    expect(phone.subscriptions.panel?.templates).toMatchObject([{ id: 'local-new-issue' }])
  })
})
