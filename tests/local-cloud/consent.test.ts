import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import type { PlannedAnswer } from '../../tools/local-cloud/wechat/phone'
import type { TemplateState } from '../../tools/local-cloud/wechat/readers'
import { askWeChat, startPhoneCloud, type TemplateId } from '../support/phone-cloud'

jest.setTimeout(60_000)

let cloud: LocalCloud
let readers = 0

beforeAll(async () => {
  cloud = await startPhoneCloud()
})

afterEach(() => cloud.wechat.settings.reset())
afterAll(() => cloud.close())

type Stored = Partial<Record<TemplateId, Partial<TemplateState>>>

/** A reader of whom nobody else knows. */
function aReader(stored: Stored = {}) {
  readers += 1
  const openid = `reader-${readers}`
  const phone = cloud.wechat.phone(openid)
  for (const [id, state] of Object.entries(stored)) phone.setTemplate(id, state)
  return {
    phone,
    ask: (path: string, body: unknown) => askWeChat(cloud, path, body, openid),
    /** As a page does: asks, answers the panel if one is shown, and takes the result. */
    async consent(tmplIds: unknown, answer?: PlannedAnswer) {
      if (answer) phone.willAnswer(answer)
      return askWeChat(cloud, 'requestSubscribeMessage', { tmplIds }, openid)
    },
  }
}

const none: TemplateState = { remaining: 0, kept: null }

describe('asking for consent', () => {
  it.each<[string, string[], Stored, PlannedAnswer, object, Stored]>([
    [
      'adds one message for each accept',
      ['issue'],
      {},
      { press: 'allow' },
      { issue: 'accept' },
      { issue: { remaining: 1, kept: null } },
    ],
    [
      'adds to what was allowed before',
      ['issue'],
      { issue: { remaining: 2 } },
      { press: 'allow' },
      { issue: 'accept' },
      { issue: { remaining: 3, kept: null } },
    ],
    [
      'takes a choice for each template',
      ['issue', 'report'],
      { report: { remaining: 2 } },
      { press: 'allow', choices: { report: 'reject' } },
      { issue: 'accept', report: 'reject' },
      { issue: { remaining: 1, kept: null }, report: { remaining: 2, kept: null } },
    ],
    [
      'refuses all where the reader cancels, and takes nothing back',
      ['issue', 'report'],
      { report: { remaining: 2 } },
      { press: 'cancel' },
      { issue: 'reject', report: 'reject' },
      { issue: none, report: { remaining: 2, kept: null } },
    ],
    [
      'keeps what was chosen so',
      ['issue', 'report'],
      { report: { remaining: 2 } },
      { press: 'allow', choices: { report: 'reject' }, keep: true },
      { issue: 'accept', report: 'reject' },
      { issue: { remaining: 1, kept: 'accept' }, report: { remaining: 0, kept: 'reject' } },
    ],
    [
      'keeps a cancelled panel as refusals',
      ['issue', 'report'],
      { report: { remaining: 2 } },
      { press: 'cancel', keep: true },
      { issue: 'reject', report: 'reject' },
      { issue: { remaining: 0, kept: 'reject' }, report: { remaining: 0, kept: 'reject' } },
    ],
    [
      'asks only for what was not kept, and tops up what was',
      ['issue', 'report'],
      { report: { remaining: 2, kept: 'accept' } },
      { press: 'allow' },
      { issue: 'accept', report: 'accept' },
      { issue: { remaining: 1, kept: null }, report: { remaining: 3, kept: 'accept' } },
    ],
    [
      'offers one template of a title and filters the others',
      ['issue', 'issue-again'],
      {},
      { press: 'allow' },
      { issue: 'accept', 'issue-again': 'filter' },
      { issue: { remaining: 1, kept: null } },
    ],
    [
      'counts a template that is named twice once',
      ['issue', 'issue'],
      {},
      { press: 'allow' },
      { issue: 'accept' },
      { issue: { remaining: 1, kept: null } },
    ],
    [
      'takes an accept with sound where it is offered',
      ['spoken'],
      {},
      { press: 'allow', choices: { spoken: 'acceptWithAudio' }, keep: true },
      { spoken: 'acceptWithAudio' },
      { spoken: { remaining: 1, kept: 'acceptWithAudio' } },
    ],
    [
      'offers no sound for two templates at once',
      ['spoken', 'issue'],
      {},
      { press: 'allow', choices: { spoken: 'acceptWithAudio' } },
      { spoken: 'accept', issue: 'accept' },
      { spoken: { remaining: 1, kept: null }, issue: { remaining: 1, kept: null } },
    ],
    [
      'allows a long-term template once for all',
      ['bus'],
      { bus: { remaining: 1 } },
      { press: 'allow' },
      { bus: 'accept' },
      { bus: { remaining: 1, kept: null } },
    ],
    [
      'takes a long-term template back',
      ['bus'],
      { bus: { remaining: 1 } },
      { press: 'cancel' },
      { bus: 'reject' },
      { bus: none },
    ],
  ])('%s', async (_name, tmplIds, before, answer, result, after) => {
    const { phone, consent } = aReader(before)
    expect(await consent(tmplIds, answer)).toEqual({ result })
    expect(phone.state.templates).toEqual(after)
  })

  it.each<[string, Stored, object, Stored]>([
    [
      'accept adds one message',
      { issue: { kept: 'accept' } },
      { issue: 'accept' },
      { issue: { remaining: 1, kept: 'accept' } },
    ],
    [
      'an accept with sound adds one message',
      { issue: { kept: 'acceptWithAudio' } },
      { issue: 'acceptWithAudio' },
      { issue: { remaining: 1, kept: 'acceptWithAudio' } },
    ],
    [
      'refusal stays one',
      { issue: { kept: 'reject' } },
      { issue: 'reject' },
      { issue: { remaining: 0, kept: 'reject' } },
    ],
  ])('answers without a panel where a choice was kept: %s', async (_name, before, result, after) => {
    const { phone, consent } = aReader(before)
    expect(await consent(['issue'])).toEqual({ result })
    expect(phone.state.templates).toEqual(after)
  })

  it('answers ban for what WeChat has forbidden', async () => {
    cloud.wechat.settings.change({ bannedTemplates: ['issue'] })
    const { phone, consent } = aReader({ issue: { kept: 'accept' } })
    expect(await consent(['issue'])).toEqual({ result: { issue: 'ban' } })
    expect(phone.subscriptionsSetting).toEqual({ mainSwitch: true, itemSettings: { issue: 'ban' } })
    expect(phone.state.templates.issue?.remaining).toBe(0)
  })

  it('takes five templates at once', async () => {
    const five = ['issue', 'report', 'third', 'fourth', 'fifth']
    const { result } = await aReader().consent(five, { press: 'allow' })
    expect(result).toEqual(Object.fromEntries(five.map((id) => [id, 'accept'])))
  })

  it.each<[number, string, unknown]>([
    [10001, "TmplIds can't be empty", []],
    [10004, 'Invalid template id', undefined],
    [10004, 'Invalid template id', 'issue'],
    [10004, 'Invalid template id', ['issue', 7]],
    [20001, 'No template data return, verify the template id exist', ['issue', 'unknown']],
    [20001, 'No template data return, verify the template id exist', ['constructor']],
    [20002, 'Templates type must be same', ['issue', 'bus']],
    [20003, 'Templates count out of max bounds', ['issue', 'report', 'third', 'fourth', 'fifth', 'sixth']],
  ])('fails with %d (%s) for %j', async (errCode, errMsg, tmplIds) => {
    const { phone, consent } = aReader()
    expect(await consent(tmplIds)).toEqual({ errCode, errMsg })
    expect(phone.state.templates).toEqual({})
  })

  it('fails with 20004 while the main switch is off, also for a kept choice', async () => {
    const { phone, consent } = aReader({ issue: { kept: 'accept' } })
    phone.turnMainSwitch(false)
    expect(await consent(['issue'])).toMatchObject({ errCode: 20004 })
    phone.turnMainSwitch(true)
    expect(await consent(['issue'])).toEqual({ result: { issue: 'accept' } })
    expect(phone.state.templates.issue?.remaining).toBe(1)
  })

  it('fails with 20005 for a mini-program that may send nothing', async () => {
    cloud.wechat.settings.change({ isBanned: true })
    expect(await aReader().consent(['issue'])).toMatchObject({ errCode: 20005 })
  })

  it.each([10002, 10003, 10005] as const)('fails with %d where a test wants it', async (errCode) => {
    const { phone, consent } = aReader()
    expect(await consent(['issue'], { fail: errCode })).toMatchObject({ errCode })
    expect(phone.state.templates).toEqual({})
  })
})

describe('the panel', () => {
  it('is answered in a step of its own', async () => {
    const { phone, ask } = aReader({ report: { kept: 'accept' } })
    const begun = await ask('requestSubscribeMessage', { tmplIds: ['issue', 'report', 'spoken'] })
    expect(begun).toEqual({
      panel: {
        id: expect.any(Number),
        templates: [
          { id: 'issue', title: '内容更新提醒', hasVoice: false },
          { id: 'spoken', title: '收款到账通知', hasVoice: true },
        ],
      },
    })
    expect(phone.state.templates.report?.remaining).toBe(0)
    const { id } = begun.panel as { id: number }
    const answer = { press: 'allow', choices: { spoken: 'reject' } }
    expect(await ask('answerSubscribePanel', { id, answer })).toEqual({
      result: { issue: 'accept', spoken: 'reject', report: 'accept' },
    })
    expect(phone.state.templates.report?.remaining).toBe(1)
  })

  it('is answered once', async () => {
    const { phone, ask } = aReader()
    const { panel } = await ask('requestSubscribeMessage', { tmplIds: ['issue'] })
    const answered = { id: (panel as { id: number }).id, answer: { press: 'allow' } }
    await ask('answerSubscribePanel', answered)
    expect(await ask('answerSubscribePanel', answered)).toMatchObject({ errCode: 10005 })
    expect(phone.state.templates.issue?.remaining).toBe(1)
  })

  it('gives way to a newer one', async () => {
    const { ask } = aReader()
    const { panel } = await ask('requestSubscribeMessage', { tmplIds: ['issue'] })
    await ask('requestSubscribeMessage', { tmplIds: ['report'] })
    const answered = { id: (panel as { id: number }).id, answer: { press: 'allow' } }
    expect(await ask('answerSubscribePanel', answered)).toMatchObject({ errCode: 10005 })
  })

  it('is the reader’s own', async () => {
    const { ask } = aReader()
    const { panel } = await ask('requestSubscribeMessage', { tmplIds: ['issue'] })
    const other = aReader()
    const answered = { id: (panel as { id: number }).id, answer: { press: 'allow' } }
    expect(await other.ask('answerSubscribePanel', answered)).toMatchObject({ errCode: 10005 })
    expect(other.phone.state.templates).toEqual({})
  })
})

describe('the settings', () => {
  it('show the main switch, and each choice that was kept and no other', async () => {
    const { ask, phone } = aReader({ report: { remaining: 1 } })
    expect(await ask('getSetting', {})).toEqual({ subscriptionsSetting: { mainSwitch: true } })
    phone.setTemplate('issue', { kept: 'acceptWithAudio' })
    phone.turnMainSwitch(false)
    expect(await ask('getSetting', {})).toEqual({
      subscriptionsSetting: { mainSwitch: false, itemSettings: { issue: 'acceptWithAudio' } },
    })
  })

  it('can be changed on their page', async () => {
    const { ask, phone } = aReader({ issue: { remaining: 2, kept: 'accept' } })
    expect(await ask('subscriptionSettings', {})).toEqual({
      mainSwitch: true,
      items: [{ id: 'issue', title: '内容更新提醒', isAccepted: true }],
    })
    await ask('turnMainSwitch', { isOn: false })
    await ask('chooseItem', { templateId: 'issue', isAccepted: false })
    expect(phone.state).toEqual({ mainSwitch: false, templates: { issue: { remaining: 0, kept: 'reject' } } })
    await ask('turnMainSwitch', { isOn: true })
    await ask('chooseItem', { templateId: 'issue', isAccepted: true })
    expect(phone.state).toEqual({ mainSwitch: true, templates: { issue: { remaining: 0, kept: 'accept' } } })
  })

  it('refuse a template that is unknown', async () => {
    const { ask, phone } = aReader()
    expect(await ask('chooseItem', { templateId: '__proto__', isAccepted: true })).toMatchObject({
      errCode: 20001,
    })
    expect(phone.state.templates).toEqual({})
  })
})

it.each([
  'requestSubscribeMessage',
  'answerSubscribePanel',
  'getSetting',
  'subscriptionSettings',
  'turnMainSwitch',
  'chooseItem',
])('%s answers what it cannot read, and a phone without a reader, with -501007', async (path) => {
  for (const body of ['', '[', 'null', '7', 'x'.repeat(70_000)])
    expect(await askWeChat(cloud, path, body, 'reader-0')).toEqual({
      errCode: -501007,
      errMsg: expect.any(String),
    })
  for (const openid of [undefined, '', 'no spaces', '007'])
    expect(await askWeChat(cloud, path, {}, openid)).toMatchObject({ errCode: -501007 })
  expect(cloud.wechat.openids()).not.toContain('reader-0')
})

it('keeps what readers chose when the local cloud starts again', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kept-'))
  const first = await startPhoneCloud({ dataDir })
  first.wechat.phone('reader').willAnswer({ press: 'allow', keep: true })
  await first.wechat.phone('reader').requestSubscribeMessage(['issue'])
  await first.close()
  const second = await startPhoneCloud({ dataDir })
  const found = { openids: second.wechat.openids(), state: second.wechat.phone('reader').state }
  await second.close()
  rmSync(dataDir, { recursive: true, force: true })
  const state = { mainSwitch: true, templates: { issue: { remaining: 1, kept: 'accept' } } }
  expect(found).toEqual({ openids: ['reader'], state })
})
