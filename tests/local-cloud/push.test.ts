import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import type { PlannedAnswer } from '../../tools/local-cloud/wechat/phone'
import type { SettingsChange } from '../../tools/local-cloud/wechat/settings'
import { readInspector } from '../support/inspector'
import { sdkFor } from '../support/local-cloud'
import { startPhoneCloud } from '../support/phone-cloud'

const SEND = 'subscribeMessage.send'
const NOON = Date.UTC(2030, 0, 1, 4)

/** Seconds, by the clock. */
const soonAfterNoon: unknown = {
  asymmetricMatch: (time: unknown) => typeof time === 'number' && Math.abs(time - NOON / 1000) < 600,
}

jest.setTimeout(60_000)

let cloud: LocalCloud
let readers = 0
let givenBefore = 0

/** Its function answers all that it knows of its call. */
beforeAll(async () => {
  cloud = await startPhoneCloud({ pushTo: 'caller' })
})

beforeEach(() => {
  cloud.clock.jumpTo(NOON)
  givenBefore = cloud.wechat.givenEvents().length
})

afterEach(async () => {
  cloud.wechat.settings.reset()
  await cloud.faults.clear()
})

afterAll(() => cloud.close())

/** A reader of whom nobody else knows. */
function aReader() {
  readers += 1
  return cloud.wechat.phone(`reader-${readers}`)
}

/** What was given in this test, with what the function answered. */
async function given() {
  await cloud.wechat.idle()
  return cloud.wechat.givenEvents().slice(givenBefore)
}

async function consent(tmplIds: string[], answer: PlannedAnswer, openid = aReader().openid) {
  const phone = cloud.wechat.phone(openid)
  phone.willAnswer(answer)
  return { openid, result: await phone.requestSubscribeMessage(tmplIds) }
}

/** An allowed message, sent by the SDK. */
async function send(openid = aReader().openid): Promise<{ errCode: number }> {
  cloud.wechat.grant([openid], 'issue')
  const data = { thing1: { value: '立方网络安全周报' }, date2: { value: '2021年1月15日' } }
  return sdkFor(cloud).openapi.subscribeMessage.send({ touser: openid, templateId: 'issue', data })
}

describe('what is told', () => {
  const item = (TemplateId: string, SubscribeStatusString: string) => ({
    TemplateId,
    SubscribeStatusString,
    PopupScene: '0',
  })

  it.each<[string, string[], PlannedAnswer, unknown]>([
    ['one choice as an object', ['issue'], { press: 'allow' }, item('issue', 'accept')],
    [
      'several choices as an array, in the order of the panel',
      ['report', 'issue'],
      { press: 'allow', choices: { report: 'reject' } },
      [item('report', 'reject'), item('issue', 'accept')],
    ],
    ['a cancelled panel as a refusal', ['issue'], { press: 'cancel' }, item('issue', 'reject')],
    [
      'an accept with sound as an accept',
      ['spoken'],
      { press: 'allow', choices: { spoken: 'acceptWithAudio' } },
      item('spoken', 'accept'),
    ],
    [
      'nothing of what the panel did not show',
      ['issue', 'issue-again'],
      { press: 'allow' },
      item('issue', 'accept'),
    ],
  ])('of a panel: %s', async (_name, tmplIds, answer, List) => {
    const { openid } = await consent(tmplIds, answer)
    expect((await given()).map(({ event }) => event)).toEqual([
      {
        ToUserName: 'gh_test',
        FromUserName: openid,
        CreateTime: soonAfterNoon,
        MsgType: 'event',
        Event: 'subscribe_msg_popup_event',
        List,
      },
    ])
  })

  it('of a panel that failed: nothing', async () => {
    await expect(consent(['issue'], { fail: 10005 })).rejects.toMatchObject({ errCode: 10005 })
    expect(await given()).toEqual([])
  })

  it.each([false, true])('of a kept choice: where the setting says %s', async (keptChoiceHasEvent) => {
    const { openid } = await consent(['issue'], { press: 'allow', keep: true })
    cloud.wechat.settings.change({ keptChoiceHasEvent })
    await cloud.wechat.phone(openid).requestSubscribeMessage(['issue'])
    await consent(['issue', 'report'], { press: 'cancel' }, openid)
    expect((await given()).map(({ event }) => event.List)).toEqual([
      item('issue', 'accept'),
      ...(keptChoiceHasEvent
        ? [item('issue', 'accept'), [item('issue', 'accept'), item('report', 'reject')]]
        : [item('report', 'reject')]),
    ])
  })

  it('of the settings: a refusal, and no accept', async () => {
    const phone = aReader()
    await phone.chooseItem('issue', 'accept')
    await phone.chooseItem('issue', 'reject')
    phone.turnMainSwitch(false)
    expect((await given()).map(({ event }) => event)).toEqual([
      {
        ToUserName: 'gh_test',
        FromUserName: phone.openid,
        CreateTime: soonAfterNoon,
        MsgType: 'event',
        Event: 'subscribe_msg_change_event',
        List: { TemplateId: 'issue', SubscribeStatusString: 'reject' },
      },
    ])
  })

  it('of a message that was sent: its id, and that it arrived', async () => {
    const phone = aReader()
    await send(phone.openid)
    expect((await given()).map(({ event }) => event)).toEqual([
      {
        ToUserName: 'gh_test',
        FromUserName: phone.openid,
        CreateTime: soonAfterNoon,
        MsgType: 'event',
        Event: 'subscribe_msg_sent_event',
        List: {
          TemplateId: 'issue',
          MsgID: phone.inbox[0]?.msgid,
          ErrorCode: '0',
          ErrorStatus: 'success',
        },
      },
    ])
  })

  it('of a message that was accepted and did not arrive: why, and it is in no inbox', async () => {
    const failure = { code: 20001, status: 'system error' }
    cloud.wechat.settings.change({ sentEvents: [{ failure }] })
    const phone = aReader()
    expect(await send(phone.openid)).toMatchObject({ errCode: 0 })
    expect((await given()).map(({ event }) => event.List)).toMatchObject([
      { MsgID: expect.stringMatching(/^\d{19}$/), ErrorCode: '20001', ErrorStatus: 'system error' },
    ])
    expect(phone.inbox).toEqual([])
    expect(phone.state.templates.issue?.remaining).toBe(0)
  })

  it('of a message that was refused: nothing', async () => {
    cloud.wechat.settings.change({ isBanned: true })
    await expect(send()).rejects.toMatchObject({ errCode: 43107 })
    expect(await given()).toEqual([])
  })
})

describe('the form of an event', () => {
  type Told = Record<string, unknown>

  it.each<[NonNullable<SettingsChange['eventForm']>, Told, Told, Told]>([
    [
      'received',
      { CreateTime: soonAfterNoon, List: { TemplateId: 'issue' } },
      { List: [{ TemplateId: 'issue' }, { TemplateId: 'report' }] },
      { List: { TemplateId: 'issue', MsgID: expect.any(String) } },
    ],
    [
      'documented',
      { CreateTime: expect.stringMatching(/^\d{10}$/), List: [{ TemplateId: 'issue' }] },
      { List: [{ TemplateId: 'issue' }, { TemplateId: 'report' }] },
      {
        CreateTime: expect.stringMatching(/^\d{10}$/),
        List: { TemplateId: 'issue', MsgID: expect.any(String) },
      },
    ],
    [
      'nested',
      { CreateTime: soonAfterNoon, SubscribeMsgPopupEvent: { List: { TemplateId: 'issue' } } },
      { SubscribeMsgPopupEvent: { List: [{ TemplateId: 'issue' }, { TemplateId: 'report' }] } },
      { SubscribeMsgSentEvent: { List: { TemplateId: 'issue', MsgID: expect.any(String) } } },
    ],
  ])('can be as %s', async (eventForm, one, several, sent) => {
    cloud.wechat.settings.change({ eventForm })
    await consent(['issue'], { press: 'allow' })
    await consent(['issue', 'report'], { press: 'allow' })
    await send()
    const events = (await given()).map(({ event }) => event)
    expect(events).toMatchObject([one, several, sent])
    expect('List' in (events[0] ?? {})).toBe('List' in one)
  })
})

describe('the function that an event reaches', () => {
  it('gets it as it is, from the reader whom it is about, by a message push', async () => {
    const { openid } = await consent(['issue'], { press: 'allow' })
    const [told] = await given()
    const { event: received, caller, env } = JSON.parse(told?.answer ?? '')
    expect(received).toEqual(told?.event)
    expect(caller).toMatchObject({ OPENID: openid, SOURCE: 'wx_unknown' })
    expect(env).toMatchObject({ WX_OPENID: openid, TCB_SOURCE: 'wx_unknown' })
    expect(env).not.toHaveProperty('TRIGGER_SRC')
    expect(cloud.functions.calls('caller').at(-1)).toMatchObject({ openid, source: 'wx_unknown' })
  })

  it('is none where none is named', async () => {
    const silent = await startPhoneCloud()
    silent.wechat.phone('reader').willAnswer({ press: 'allow' })
    const { result } = (await silent.wechat.phone('reader').requestSubscribeMessage(['issue'])) as {
      result: object
    }
    await silent.wechat.idle()
    const events = silent.wechat.givenEvents()
    await silent.close()
    expect({ result, events }).toEqual({ result: { issue: 'accept' }, events: [] })
  })

  it.each([
    ['deaf', 'I hear nothing.'],
    ['missing', 'FunctionName parameter could not be found.'],
  ])('is not given it again when it fails: %s', async (pushTo, reason) => {
    const lines: string[] = []
    const failing = await startPhoneCloud({ pushTo, log: (line) => lines.push(line) })
    const phone = failing.wechat.phone('reader')
    phone.willAnswer({ press: 'allow' })
    await phone.requestSubscribeMessage(['issue'])
    await failing.wechat.idle()
    await failing.clock.advance(24 * 60 * 60_000)
    const events = failing.wechat.givenEvents()
    const { templates } = phone.state
    await failing.close()
    expect(events).toMatchObject([{ openid: 'reader', answer: null, error: expect.stringContaining(reason) }])
    expect(lines).toContainEqual(
      expect.stringMatching(`^The function ${pushTo} failed to take subscribe_msg_popup_event: .*${reason}`),
    )
    expect(templates).toEqual({ issue: { remaining: 1, kept: null } })
  })
})

describe('a sent event', () => {
  /** How many were given while a fault held the answer, after it had left, and an hour later. */
  async function howMany(): Promise<number[]> {
    const fault = { kind: 'hold', when: 'after' } as const
    const rule = cloud.faults.add({ action: SEND, fault })
    const sent = send()
    await cloud.faults.whenMet(rule)
    const whileHeld = cloud.wechat.givenEvents().length - givenBefore
    await cloud.faults.release()
    await sent
    const answered = (await given()).length
    await cloud.clock.advance(60 * 60_000)
    return [whileHeld, answered, (await given()).length]
  }

  it.each<[string, NonNullable<SettingsChange['sentEvents']>[number], number[]]>([
    ['comes after the answer where nothing is said', {}, [0, 1, 1]],
    ['comes before the answer', { when: 'before' }, [1, 1, 1]],
    ['comes before the answer, twice', { when: 'before', twice: true }, [2, 2, 2]],
    ['comes after the answer', { when: 'after' }, [0, 1, 1]],
    ['comes after the answer, twice', { when: 'after', twice: true }, [0, 2, 2]],
    ['comes late, by the clock', { when: 'late', lateBy: 60 * 60_000 }, [0, 0, 1]],
    ['comes late, twice', { when: 'late', lateBy: 60 * 60_000, twice: true }, [0, 0, 2]],
    ['comes later than that', { when: 'late', lateBy: 60 * 60_000 + 60_000 }, [0, 0, 0]],
    ['never comes', { when: 'never' }, [0, 0, 0]],
  ])('%s', async (_name, way, expected) => {
    cloud.wechat.settings.change({ sentEvents: [way] })
    expect(await howMany()).toEqual(expected)
    const ids = (await given()).map(({ event }) => (event.List as { MsgID: string }).MsgID)
    expect(new Set(ids).size).toBe(Math.min(1, ids.length))
  })

  it('comes also where the answer is lost', async () => {
    cloud.faults.add({ action: SEND, fault: { kind: 'drop', when: 'after' } })
    await expect(send()).rejects.toMatchObject({ errCode: -501001 })
    expect((await given()).map(({ event }) => event.Event)).toEqual(['subscribe_msg_sent_event'])
  })

  it('comes not where the answer is lost before anything was done', async () => {
    cloud.faults.add({ action: SEND, fault: { kind: 'drop', when: 'before' } })
    await expect(send()).rejects.toMatchObject({ errCode: -501001 })
    expect(await given()).toEqual([])
  })

  it.each([
    ['before', { errCode: 43108 }],
    // The reader has consented to one more, but its fields are missing.
    ['after', { errCode: 47003 }],
  ] as const)('%s the answer: a second message to this reader gets %j', async (when, answer) => {
    const talkative = await startPhoneCloud({ pushTo: 'sender' })
    talkative.wechat.settings.change({ sentEvents: [{ when }] })
    talkative.wechat.grant(['reader'], 'issue', 2)
    const data = { thing1: { value: '周报' }, date2: { value: '2021-01-15' } }
    await sdkFor(talkative).openapi.subscribeMessage.send({ touser: 'reader', templateId: 'issue', data })
    await talkative.wechat.idle()
    const answers = talkative.wechat.givenEvents().map((event) => JSON.parse(event.answer ?? ''))
    await talkative.close()
    expect(answers).toEqual([answer])
  })

  it('takes one of several ways by a chance, which a seed repeats', async () => {
    const told = async (seed: number) => {
      cloud.wechat.settings.change({ seed, sentEvents: [{ when: 'before' }, { when: 'never' }] })
      const each: boolean[] = []
      for (let count = 0; count < 12; count += 1) {
        const before = cloud.wechat.givenEvents().length
        await send()
        each.push(cloud.wechat.givenEvents().length > before)
      }
      return each
    }
    const first = await told(7)
    expect(new Set(first)).toEqual(new Set([true, false]))
    expect(await told(7)).toEqual(first)
    expect(await told(8)).not.toEqual(first)
  })
})

describe('an event of a phone', () => {
  it.each([
    ['popupEvents', (openid: string) => consent(['issue'], { press: 'allow' }, openid)],
    ['changeEvents', (openid: string) => cloud.wechat.phone(openid).chooseItem('issue', 'reject')],
  ] as const)('comes before the answer, late, twice or never too: %s', async (kind, cause) => {
    const counts: number[][] = []
    for (const way of [{ when: 'before', twice: true }, { when: 'late' }, { when: 'never' }] as const) {
      cloud.wechat.settings.change({ [kind]: [way] })
      const before = cloud.wechat.givenEvents().length
      await cause(aReader().openid)
      const answered = cloud.wechat.givenEvents().length - before
      await cloud.clock.advance(60_000)
      counts.push([answered, cloud.wechat.givenEvents().length - before])
    }
    expect(counts).toEqual([
      [2, 2],
      [0, 1],
      [0, 0],
    ])
  })
})

it('is shown in the inspector, with what was given', async () => {
  const { openid } = await consent(['issue'], { press: 'allow' })
  await given()
  expect((await readInspector(cloud, 'wechat-events')).body).toMatchObject({
    pushTo: 'caller',
    given: expect.arrayContaining([
      expect.objectContaining({ name: 'subscribe_msg_popup_event', openid, error: null }),
    ]),
  })
})
