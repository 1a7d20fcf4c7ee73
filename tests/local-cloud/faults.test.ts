import type { FaultRuleInput } from '../../tools/local-cloud/faults/fault-rule'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startFaultsCloud } from '../support/faults-cloud'
import { callFromPhone } from '../support/fixture-functions'
import { sdkFor } from '../support/local-cloud'
import { anSdkDatabase } from '../support/sdk-database'

let cloud: LocalCloud
const lines: string[] = []

beforeAll(async () => {
  cloud = await startFaultsCloud((line) => lines.push(line))
})

afterAll(() => cloud.close())

beforeEach(async () => {
  await cloud.faults.clear()
  await anSdkDatabase(cloud).collection('things').where({ _id: /./ }).remove()
  cloud.calls.reset()
  lines.length = 0
})

/** A fault is an answer like any other: nothing of it goes wrong inside. */
afterEach(() => expect(lines.filter((line) => !line.startsWith('['))).toEqual([]))

const things = () => anSdkDatabase(cloud).collection('things')
const add = (_id: string) => things().add({ data: { _id } })
const stored = async () => (await things().get()).data.map(({ _id }) => _id)

function send(touser: string): Promise<{ errCode: number }> {
  cloud.wechat.grant([touser], 'issue')
  const message = { touser, templateId: 'issue', data: { thing1: { value: 'x' } } }
  return sdkFor(cloud).openapi.subscribeMessage.send(message) as Promise<{ errCode: number }>
}

const inboxOf = (openid: string) => cloud.wechat.phone(openid).inbox.length

/** Why a call fails, or what it answers. Its type is the SDK's, which still describes callbacks. */
async function reasonOf(call: unknown): Promise<unknown> {
  try {
    return { answer: await call }
  } catch (thrown) {
    return thrown
  }
}

const ADD = 'database.insertDocument'
const SEND = 'subscribeMessage.send'

/** Each call with what it does where nothing goes wrong. */
const calls = {
  add: { action: ADD, call: add, done: async (id: string) => (await stored()).includes(id) },
  send: { action: SEND, call: send, done: async (id: string) => inboxOf(id) === 1 },
  callFunction: {
    action: 'functions.invokeFunction',
    call: (id: string) => sdkFor(cloud).callFunction({ name: 'writer', data: { ids: [id] } }),
    done: async (id: string) => (await stored()).includes(id),
  },
  phone: {
    action: 'client.callFunction',
    call: (id: string) => callFromPhone(cloud, 'writer', { ids: [id] }, 'reader-1'),
    done: async (id: string) => (await stored()).includes(id),
  },
}

const HANG_UP = { errCode: -501001, errMsg: expect.stringContaining('socket hang up') }
const fail = { kind: 'fail', code: 'EXCEED_REQUEST_LIMIT', message: 'Too many.' } as const

describe.each(['before', 'after'] as const)('a fault %s the work', (when) => {
  it.each<[keyof typeof calls, string, FaultRuleInput['fault'], unknown]>([
    ['add', 'a code', fail, { errCode: -501003, errMsg: expect.stringContaining('Too many.') }],
    ['add', 'no byte', { kind: 'empty' }, { errCode: -1 }],
    ['add', 'a cut connection', { kind: 'drop' }, HANG_UP],
    ['send', 'a code', fail, { errCode: -501003, errMsg: expect.stringContaining('Too many.') }],
    [
      'send',
      "WeChat's code",
      { kind: 'refuse', errcode: 43101, errmsg: 'user refuse' },
      { errCode: 43101, errMsg: expect.stringContaining('user refuse') },
    ],
    [
      'send',
      "the platform's error",
      { kind: 'platform-error', errorCode: -604102 },
      { errCode: -604102, errMsg: expect.stringContaining('system error: error code: -604102') },
    ],
    // The SDK takes an empty answer for success.
    [
      'send',
      'no byte',
      { kind: 'empty' },
      { answer: expect.objectContaining({ errCode: 0, contentType: '' }) },
    ],
    ['send', 'a cut connection', { kind: 'drop' }, HANG_UP],
    ['callFunction', 'a code', fail, { errCode: -1, code: 'EXCEED_REQUEST_LIMIT' }],
    // The SDK tells no more of it than this.
    [
      'callFunction',
      'a cut connection',
      { kind: 'drop' },
      { errCode: -1, errMsg: 'callFunction:fail undefined . ' },
    ],
    [
      'phone',
      'a code',
      fail,
      { answer: { errCode: -501003, errMsg: expect.stringMatching(/^cloud.callFunction:fail .*Too many/u) } },
    ],
    ['phone', 'no byte', { kind: 'empty' }, { name: 'SyntaxError' }],
    ['phone', 'a cut connection', { kind: 'drop' }, { message: 'fetch failed' }],
  ])('gives %s %s', async (name, _what, fault, end) => {
    const { action, call, done } = calls[name]
    const rule = cloud.faults.add({ action, fault: { ...fault, when } })
    const id = `${name}-${fault.kind}-${when}`
    expect(await reasonOf(call(id))).toMatchObject(end as object)
    cloud.faults.remove(rule)
    expect(await done(id)).toBe(when === 'after')
    expect(cloud.faults.met()).toMatchObject([{ rule, kind: fault.kind, when, action, isHeld: false }])
  })
})

describe('which calls', () => {
  const failed = async (count: number, call: (id: string) => Promise<unknown> = add) => {
    const ends: number[] = []
    for (let at = 1; at <= count; at++) {
      const end = await reasonOf(call(`call-${at}`))
      if (end instanceof Error) ends.push(at)
    }
    return ends
  }

  it('is each call of an action where nothing else is said', async () => {
    cloud.faults.add({ action: ADD, fault: fail })
    expect(await failed(3)).toEqual([1, 2, 3])
    expect(await stored()).toEqual([])
  })

  it('is the n-th, counted from when the rule was set', async () => {
    await add('earlier')
    cloud.faults.add({ action: ADD, on: { call: 3 }, fault: fail })
    expect(await failed(5)).toEqual([3])
  })

  it('is the same by chance under the same seed, and another under another', async () => {
    const byChance = async (seed: number) => {
      await things().where({ _id: /./ }).remove()
      await cloud.faults.clear()
      cloud.faults.add({ action: ADD, on: { chance: 0.4, seed }, fault: fail })
      return failed(20)
    }
    const first = await byChance(1)
    expect(first.length).toBeGreaterThan(2)
    expect(first.length).toBeLessThan(16)
    expect(await byChance(1)).toEqual(first)
    expect(await byChance(2)).not.toEqual(first)
  })

  it.each([
    ['nothing but its own action', { action: 'database.removeDocument' }, []],
    ['every action', {}, [1, 2]],
    ['what programs outside call', { function: null }, [1, 2]],
    ['no call of another function', { function: 'sender' }, []],
    ['no call of another run', { run: 'another' }, []],
  ])('takes %s', async (_name, rule, ends) => {
    cloud.faults.add({ ...rule, fault: fail })
    expect(await failed(2)).toEqual(ends)
  })

  it('takes calls of one function alone', async () => {
    cloud.faults.add({ action: ADD, function: 'writer', on: { call: 2 }, fault: fail })
    await add('outside')
    expect(await callFromPhone(cloud, 'writer', { ids: ['a', 'b', 'c'] })).toEqual({
      result: ['added', '-501003', 'added'],
    })
  })

  it('takes a phone by the function that it calls', async () => {
    cloud.faults.add({ action: 'client.callFunction', function: 'writer', fault: fail })
    expect(await callFromPhone(cloud, 'writer', { ids: [] })).toMatchObject({ errCode: -501003 })
    expect(await callFromPhone(cloud, 'sender', { api: 'send', params: {} })).toHaveProperty('result')
  })

  it('counts for each rule by itself where several meet one call', async () => {
    cloud.faults.add({ action: ADD, on: { call: 2 }, fault: { kind: 'delay', ms: 1, when: 'after' } })
    cloud.faults.add({ action: ADD, on: { call: 2 }, fault: { ...fail, when: 'after' } })
    expect(await failed(3)).toEqual([2])
    // The later rule is the inner one.
    expect(cloud.faults.met().map(({ kind }) => kind)).toEqual(['fail', 'delay'])
    expect(cloud.faults.rules().map(({ calls: about }) => about)).toEqual([3, 3])
  })

  it('is none once the rule is removed', async () => {
    cloud.faults.remove(cloud.faults.add({ action: ADD, fault: fail }))
    expect(await failed(1)).toEqual([])
  })
})

describe('what is held up', () => {
  it('before the work is done when it is released', async () => {
    const rule = cloud.faults.add({ action: ADD, on: { call: 1 }, fault: { kind: 'hold' } })
    const added = add('held')
    const [met] = await cloud.faults.whenMet(rule)
    expect(await stored()).toEqual([])
    expect(met).toMatchObject({ kind: 'hold', documents: ['held'], isHeld: true })
    await cloud.faults.release(met?.id)
    expect(await added).toMatchObject({ _id: 'held' })
    expect(met?.isHeld).toBe(false)
  })

  it('after the work is done already, and its caller does not know', async () => {
    const rule = cloud.faults.add({ action: ADD, fault: { kind: 'hold', when: 'after' } })
    let isAnswered = false
    const added = add('held').then(() => {
      isAnswered = true
    })
    await cloud.faults.whenMet(rule)
    expect(await stored()).toEqual(['held'])
    expect(isAnswered).toBe(false)
    await cloud.faults.release()
    await added
  })

  it('lets others overtake it', async () => {
    const rule = cloud.faults.add({ action: ADD, on: { call: 1 }, fault: { kind: 'hold' } })
    const first = reasonOf(add('same'))
    await cloud.faults.whenMet(rule)
    await add('same')
    await cloud.faults.release()
    expect(await first).toMatchObject({ errCode: -502001 })
  })

  it.each(['before', 'after'] as const)(
    'is still under way for WeChat %s the work, which takes one message for a reader at a time',
    async (when) => {
      const rule = cloud.faults.add({ action: SEND, on: { call: 1 }, fault: { kind: 'hold', when } })
      const first = send(`held-${when}`)
      await cloud.faults.whenMet(rule)
      await expect(send(`held-${when}`)).rejects.toMatchObject({ errCode: 43108 })
      await cloud.faults.release()
      expect(await first).toMatchObject({ errCode: 0 })
      expect(inboxOf(`held-${when}`)).toBe(1)
      // The refused call was one all the same.
      expect(cloud.calls.count({ action: SEND })).toBe(2)
    },
  )

  it('for a time goes on by itself', async () => {
    cloud.faults.add({ action: ADD, fault: { kind: 'delay', ms: 5 } })
    await add('late')
    expect(cloud.faults.met()).toMatchObject([{ kind: 'delay', documents: ['late'], isHeld: false }])
  })

  it('goes on when all faults are cleared', async () => {
    const rule = cloud.faults.add({ action: ADD, fault: { kind: 'hold' } })
    const added = add('held')
    await cloud.faults.whenMet(rule)
    await cloud.faults.clear()
    expect(await added).toMatchObject({ _id: 'held' })
    expect(cloud.faults.met()).toEqual([])
    expect(cloud.faults.rules()).toEqual([])
  })
})

describe('what is listed', () => {
  it('names the reader whom a message was for, and the reader of the run', async () => {
    cloud.faults.add({ action: SEND, fault: { kind: 'refuse', errcode: 45009 } })
    const params = { touser: 'reader-2', templateId: 'issue', data: { thing1: { value: 'x' } } }
    await callFromPhone(cloud, 'sender', { api: 'send', params }, 'reader-1')
    const [call] = cloud.functions.calls('sender').slice(-1)
    expect(cloud.faults.met()).toEqual([
      {
        id: expect.any(Number),
        rule: expect.any(String),
        kind: 'refuse',
        when: 'before',
        action: SEND,
        function: 'sender',
        run: call?.run,
        instance: call?.instance,
        openid: 'reader-1',
        touser: 'reader-2',
        collection: null,
        documents: [],
        at: expect.any(Number),
        isHeld: false,
      },
    ])
  })

  it.each<[string, FaultRuleInput['action'], () => Promise<unknown>, string[]]>([
    ['a document that is read', 'database.getDocument', () => things().doc('a').get(), ['a']],
    [
      'one of a condition',
      'database.modifyDocument',
      () =>
        things()
          .where({ _id: 'a', n: 1 })
          .update({ data: { n: 2 } }),
      ['a'],
    ],
    [
      'several of a condition',
      'database.removeDocument',
      () =>
        things()
          .where({ _id: anSdkDatabase(cloud).command.in(['a', 'b']) })
          .remove(),
      ['a', 'b'],
    ],
    ['one that is added', ADD, () => add('a'), ['a']],
    ['several that are added', ADD, () => things().add({ data: [{ _id: 'a' }, { _id: 'b' }] }), ['a', 'b']],
    ['none where a condition names none', 'database.getDocument', () => things().where({ n: 1 }).get(), []],
  ])('names %s', async (_name, action, call, documents) => {
    cloud.faults.add({ ...(action !== undefined && { action }), fault: fail })
    await reasonOf(call())
    expect(cloud.faults.met()).toMatchObject([{ action, collection: 'things', documents }])
  })

  it('names a document by the id that it was given, once it has been added', async () => {
    cloud.faults.add({ action: ADD, fault: { kind: 'drop', when: 'after' } })
    await reasonOf(things().add({ data: {} }))
    cloud.faults.remove(cloud.faults.met()[0]?.rule ?? '')
    expect(cloud.faults.met()).toMatchObject([{ documents: await stored() }])
  })
})

describe('a rule that cannot be used', () => {
  it.each<[string, object]>([
    ['no fault', {}],
    ['an unknown kind of fault', { fault: { kind: 'explode' } }],
    ['a code that the cloud does not have', { fault: { kind: 'fail', code: 'NO_IDEA' } }],
    ['a wrong moment', { fault: { kind: 'drop', when: 'during' } }],
    ['a field that means nothing', { fault: { kind: 'drop' }, often: true }],
    ['a call before the first', { on: { call: 0 }, fault: { kind: 'drop' } }],
    ['a chance without a seed', { on: { chance: 0.5 }, fault: { kind: 'drop' } }],
    ['a chance above one', { on: { chance: 2, seed: 1 }, fault: { kind: 'drop' } }],
    ['an action that is misspelt', { action: 'database.getDocuments', fault: { kind: 'drop' } }],
    [
      'a function of a phone that does not exist',
      { action: 'client.callFunctions', fault: { kind: 'drop' } },
    ],
    ["WeChat's code from the database", { action: ADD, fault: { kind: 'refuse', errcode: 43101 } }],
    ["the platform's error from anything", { fault: { kind: 'platform-error', errorCode: -604102 } }],
    ['success as a refusal', { action: SEND, fault: { kind: 'refuse', errcode: 0 } }],
    ['a phone that is frozen', { action: 'client.callFunction', fault: { kind: 'freeze' } }],
  ])('says so: %s', (_name, rule) => {
    expect(() => cloud.faults.add(rule as FaultRuleInput)).toThrow(
      expect.objectContaining({
        code: 'INVALID_PARAM',
        message: expect.stringMatching(/^The rule cannot be used\. .*\.$/u),
      }),
    )
    expect(cloud.faults.rules()).toEqual([])
  })

  it('may name an API that nobody serves here', () => {
    cloud.faults.add({
      action: 'security.msgSecCheck',
      fault: { kind: 'platform-error', errorCode: -604103 },
    })
    expect(cloud.faults.rules()).toHaveLength(1)
  })
})

describe('calls', () => {
  it('are counted by action, function and run', async () => {
    await callFromPhone(cloud, 'writer', { ids: ['a', 'b'] })
    await callFromPhone(cloud, 'writer', { ids: ['c'] })
    await add('d')
    const [first, second] = cloud.functions.calls('writer').slice(-2)
    const count = (filter: object) => cloud.calls.count(filter)
    expect(count({ action: ADD })).toBe(4)
    expect(count({ action: ADD, function: 'writer' })).toBe(3)
    expect(count({ action: ADD, function: null })).toBe(1)
    expect(count({ action: ADD, run: first?.run })).toBe(2)
    expect(count({ action: ADD, run: second?.run, function: 'writer' })).toBe(1)
    expect(count({ action: ADD, run: second?.run, function: 'sender' })).toBe(0)
    expect(count({ action: 'client.callFunction', function: 'writer' })).toBe(2)
    expect(count({ function: 'sender' })).toBe(0)
    expect(count({})).toBe(6)
  })

  it('of open APIs are counted by the name of the API', async () => {
    await send('reader-1')
    await reasonOf(sdkFor(cloud).openapi.wxacode.getUnlimited({ scene: 'a' }))
    expect(cloud.calls.count({ action: SEND })).toBe(1)
    expect(cloud.calls.count({ action: 'wx.openApi' })).toBe(2)
    expect(cloud.calls.count()).toBe(2)
  })
})
