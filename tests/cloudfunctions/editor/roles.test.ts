import { listCampaigns } from '#shared/alerts/campaign-endpoints'
import {
  acceptInvitation,
  claimOwner,
  enterDesk,
  inviteEditor,
  listEditors,
  type Role,
  removeEditor,
} from '#shared/editors/endpoints'
import { functions } from '../../../config/functions'
import { type DeskCloud, OWNER_CODE, startDeskCloud } from '../../support/desk-cloud'

jest.setTimeout(120_000)

const openid = (name: string) => `o${name}-0123456789abcdefghijkl`.slice(0, 28)
const WANG = openid('Wang')
const LI = openid('Li')
const ZHAO = openid('Zhao')
const READER = openid('Reader')

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

let desk: DeskCloud

beforeAll(async () => {
  const { editor: config } = functions
  desk = await startDeskCloud({ functions: config ? { editor: config } : {} })
})

beforeEach(async () => {
  await desk.clear()
  desk.cloud.clock.jumpTo(Math.ceil(desk.cloud.clock.now() / HOUR) * HOUR)
})

afterEach(() => desk.cloud.faults.clear())
afterAll(() => desk.close())

const acts = async () => (await desk.audit()).map(({ act, by, subject }) => `${act} ${by} ${subject}`)
const claim = (who: string, code = OWNER_CODE, name = '王律师') => desk.reply(claimOwner, { code, name }, who)
const accept = (who: string, token: string) => desk.reply(acceptInvitation, { token }, who)
const roleOf = async (who: string) => (await desk.call(enterDesk, {}, who)).role
const keyOf = async (name: string) => {
  const { editors, invitations } = await desk.call(listEditors, {}, WANG)
  return [...editors, ...invitations].find((each) => each.name === name)?.key ?? '0'.repeat(16)
}
const invite = async (name = '李编辑', role: Role = 'editor', by = WANG) =>
  (await desk.call(inviteEditor, { name, role }, by)).token

const owner = { ok: true, data: { role: 'owner' } }
const editor = { ok: true, data: { role: 'editor' } }
const refused = { ok: false, error: { code: 'FORBIDDEN' } }

describe('the first owner', () => {
  it('claims the role with the code, and is the owner from then on', async () => {
    expect(await desk.call(enterDesk, {}, WANG)).toEqual({ role: null, name: '', isUnclaimed: true })
    expect(await claim(WANG, ` ${OWNER_CODE} `)).toEqual(owner)
    expect(await desk.call(enterDesk, {}, WANG)).toEqual({
      role: 'owner',
      name: '王律师',
      isUnclaimed: false,
    })
    expect(await acts()).toEqual(['claim 王律师 王律师'])
  })

  it('gets the same answer again after a lost one', async () => {
    desk.cloud.faults.add({
      action: 'database.commitTransaction',
      on: { call: 1 },
      fault: { kind: 'drop', when: 'after' },
    })
    expect(await claim(WANG)).toEqual(owner)
    expect(await claim(WANG)).toEqual(owner)
    expect(await acts()).toEqual(['claim 王律师 王律师'])
  })

  it('is one where two claim at once', async () => {
    const answers = await Promise.all([claim(WANG), claim(LI, OWNER_CODE, '李编辑'), claim(ZHAO)])
    expect(answers.filter(({ ok }) => ok)).toEqual([owner])
    expect((await acts()).filter((act) => act.startsWith('claim '))).toHaveLength(1)
    expect((await desk.database.collection('editors').where({ role: 'owner' }).get()).data).toHaveLength(1)
  })

  it('is never claimed while there is one, with the right code neither', async () => {
    await desk.appoint(WANG, 'owner')
    expect(await claim(LI)).toMatchObject(refused)
    expect(await roleOf(LI)).toBeNull()
    expect(await desk.audit()).toMatchObject([{ act: 'refused', after: { calls: { 'editor/claim': 1 } } }])
  })

  it('can be claimed by an editor, who was appointed before', async () => {
    await desk.appoint(LI, 'editor')
    expect(await claim(LI)).toEqual(owner)
    expect(await desk.audit()).toMatchObject([{ before: { role: 'editor' }, after: { role: 'owner' } }])
  })

  it('is not guessed: ten wrong codes an hour, of all callers, however many at once', async () => {
    for (let each = 0; each < 8; each += 1)
      expect(await claim(READER, `wrong ${each}`)).toMatchObject(refused)
    const last = await Promise.all([LI, ZHAO, READER].map((who) => claim(who, 'wrong too')))
    expect(last.map((answer) => (answer.ok ? '' : answer.error.code)).sort()).toEqual([
      'CONFLICT',
      'FORBIDDEN',
      'FORBIDDEN',
    ])
    expect(await claim(WANG)).toMatchObject({ error: { code: 'CONFLICT' } })
    expect(await roleOf(WANG)).toBeNull()
    const entries = (await desk.audit()).filter(({ act }) => act === 'wrong-code')
    expect(entries).toMatchObject([{ by: '', after: { callers: { length: 10 } } }])
    expect(JSON.stringify(entries)).not.toContain(READER)

    desk.cloud.clock.jumpTo(desk.cloud.clock.now() + HOUR)
    expect(await claim(WANG)).toEqual(owner)
  })

  it.each([
    [undefined, 'OWNER_CODE is not set'],
    ['1234567', 'OWNER_CODE is shorter than 8 characters'],
  ])('cannot be claimed where the code is %j, and the log says why', async (code, reason) => {
    if (code === undefined) delete process.env.OWNER_CODE
    else process.env.OWNER_CODE = code
    desk.cloud.functions.renew()
    desk.log.length = 0
    try {
      expect(await claim(WANG, code ?? '')).toMatchObject(refused)
      expect(await desk.call(enterDesk, {}, WANG)).toMatchObject({ role: null, isUnclaimed: false })
      expect(desk.log.join('\n')).toContain(reason)
    } finally {
      process.env.OWNER_CODE = OWNER_CODE
      desk.cloud.functions.renew()
    }
  })
})

describe('an invitation', () => {
  beforeEach(() => desk.appoint(WANG, 'owner', '王律师'))

  it('appoints who uses it, once', async () => {
    const token = await invite()
    expect(await accept(LI, token)).toEqual(editor)
    expect(await desk.call(enterDesk, {}, LI)).toEqual({
      role: 'editor',
      name: '李编辑',
      isUnclaimed: false,
    })
    expect(await accept(ZHAO, token)).toMatchObject(refused)
    expect(await roleOf(ZHAO)).toBeNull()
    expect(await acts()).toEqual([
      'invite 王律师 李编辑',
      'accept 李编辑 李编辑',
      expect.stringMatching(/^refused {2}/u),
    ])
  })

  it('gives the same person the same answer again after a lost one', async () => {
    const token = await invite()
    desk.cloud.faults.add({
      action: 'database.commitTransaction',
      on: { call: 1 },
      fault: { kind: 'drop', when: 'after' },
    })
    expect(await accept(LI, token)).toEqual(editor)
    expect(await accept(LI, token)).toEqual(editor)
    expect(await acts()).toEqual(['invite 王律师 李编辑', 'accept 李编辑 李编辑'])
  })

  it('appoints one of two who use it at once', async () => {
    const token = await invite()
    const answers = await Promise.all([accept(LI, token), accept(ZHAO, token)])
    expect(answers.filter(({ ok }) => ok)).toEqual([editor])
    expect([await roleOf(LI), await roleOf(ZHAO)].filter((role) => role !== null)).toHaveLength(1)
  })

  it('does nothing more after three days', async () => {
    const token = await invite()
    desk.cloud.clock.jumpTo(desk.cloud.clock.now() + 3 * DAY)
    expect(await accept(LI, token)).toMatchObject(refused)
    expect(await desk.call(listEditors, {}, WANG)).toMatchObject({ invitations: [] })
    // The next one clears it away.
    await invite('赵编辑')
    expect((await desk.database.collection('invitations').limit(10).get()).data).toHaveLength(1)
  })

  it('does nothing more once it is taken back', async () => {
    const token = await invite()
    await desk.call(removeEditor, { key: await keyOf('李编辑') }, WANG)
    expect(await accept(LI, token)).toMatchObject(refused)
    expect((await acts()).slice(0, 2)).toEqual(['invite 王律师 李编辑', 'remove-invitation 王律师 李编辑'])
  })

  it('does nothing more once its owner is none', async () => {
    await desk.appoint(ZHAO, 'owner', '赵律师')
    const token = await invite('李编辑', 'owner', ZHAO)
    await desk.call(removeEditor, { key: await keyOf('赵律师') }, WANG)
    expect(await accept(ZHAO, token)).toMatchObject(refused)
    expect(await desk.call(listEditors, {}, WANG)).toMatchObject({ invitations: [] })
  })

  it('does not bring back who used it and was removed', async () => {
    const token = await invite()
    await accept(LI, token)
    await desk.call(removeEditor, { key: await keyOf('李编辑') }, WANG)
    expect(await accept(LI, token)).toMatchObject(refused)
    expect(await roleOf(LI)).toBeNull()
  })

  it('does not bring back who was removed by one for somebody else, who still can use it', async () => {
    const forAnother = await invite('赵编辑')
    await accept(LI, await invite())
    await desk.call(removeEditor, { key: await keyOf('李编辑') }, WANG)
    expect(await accept(LI, forAnother)).toMatchObject(refused)
    expect(await accept(LI, await invite())).toEqual(editor)
    expect(await accept(ZHAO, forAnother)).toEqual(editor)
  })

  it('is no more valid once its owner is owner again', async () => {
    await desk.appoint(ZHAO, 'owner', '赵律师')
    const token = await invite('李编辑', 'editor', ZHAO)
    await desk.call(removeEditor, { key: await keyOf('赵律师') }, WANG)
    await desk.appoint(ZHAO, 'owner', '赵律师')
    expect(await accept(LI, token)).toMatchObject(refused)
  })

  it('leaves the higher role to who has it, and the link to whom it was meant for', async () => {
    const token = await invite()
    expect(await accept(WANG, token)).toEqual(owner)
    expect(await roleOf(WANG)).toBe('owner')
    expect(await accept(LI, token)).toEqual(editor)
  })

  it('makes an editor an owner', async () => {
    await desk.appoint(LI, 'editor', '李编辑')
    expect(await accept(LI, await invite('李律师', 'owner'))).toEqual(owner)
    expect(await desk.call(enterDesk, {}, LI)).toMatchObject({ role: 'owner', name: '李律师' })
  })

  it('is stored without its token', async () => {
    const token = await invite()
    const { data } = await desk.database.collection('invitations').limit(10).get()
    expect(data).toHaveLength(1)
    expect(JSON.stringify([data, await desk.audit()])).not.toContain(token)
  })

  it('that nobody made is refused, and stands in the trail', async () => {
    expect(await accept(READER, 'f'.repeat(32))).toMatchObject(refused)
    expect(await desk.audit()).toMatchObject([{ act: 'refused', after: { calls: { 'editor/accept': 1 } } }])
  })
})

describe('removing', () => {
  beforeEach(async () => {
    await desk.appoint(WANG, 'owner', '王律师')
    await desk.appoint(LI, 'editor', '李编辑')
  })

  it('takes effect with the next call, and stands in the trail', async () => {
    expect(await desk.reply(listCampaigns, {}, LI)).toMatchObject({ ok: true })
    const key = await keyOf('李编辑')
    await desk.call(removeEditor, { key }, WANG)
    expect(await desk.reply(listCampaigns, {}, LI)).toMatchObject(refused)
    expect(await desk.audit()).toMatchObject([
      { act: 'remove-editor', by: '王律师', subject: '李编辑', before: { role: 'editor' }, after: null },
      { act: 'refused' },
    ])
    // Said again, after a lost answer, it is the same.
    expect(await desk.reply(removeEditor, { key }, WANG)).toEqual({ ok: true, data: {} })
    expect(await desk.audit()).toHaveLength(2)
  })

  it('never takes the last owner', async () => {
    expect(await desk.reply(removeEditor, { key: await keyOf('王律师') }, WANG)).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringContaining('王律师 is the only owner') },
    })
    expect(await roleOf(WANG)).toBe('owner')
  })

  it('leaves one of two owners who remove each other at once', async () => {
    await desk.appoint(ZHAO, 'owner', '赵律师')
    const [wang, zhao] = [await keyOf('王律师'), await keyOf('赵律师')]
    const answers = await Promise.all([
      desk.reply(removeEditor, { key: zhao }, WANG),
      desk.reply(removeEditor, { key: wang }, ZHAO),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect([await roleOf(WANG), await roleOf(ZHAO)].filter((role) => role === 'owner')).toHaveLength(1)
  })

  it('does all or nothing where the connection fails at any step', async () => {
    const { key = '' } =
      (await desk.call(listEditors, {}, WANG)).editors.find(({ name }) => name === '李编辑') ?? {}
    for (const when of ['before', 'after'] as const)
      for (const call of [1, 2, 3, 4, 5, 6, 7, 8]) {
        await desk.appoint(LI, 'editor', '李编辑')
        await desk.database.collection('audit').where({ act: 'remove-editor' }).remove()
        desk.cloud.faults.add({ function: 'editor', on: { call }, fault: { kind: 'kill', when } })
        const { result } = await desk.cloud.functions
          .callFromPhone('editor', { endpoint: 'remove-editor', input: { key } }, WANG)
          .then(
            (text) => ({ result: text }),
            () => ({ result: null }),
          )
        desk.cloud.faults.clear()
        // What a killed transaction had locked is free again.
        await desk.cloud.clock.advance(31_000)
        const entered = (await desk.audit()).some(({ act }) => act === 'remove-editor')
        expect({ when, call, entered }).toEqual({ when, call, entered: (await roleOf(LI)) === null })
        if (result !== null) expect(entered).toBe(true)
      }
  })
})

describe('the list of editors', () => {
  it('tells owners who has a role and who is invited, and no openid', async () => {
    await desk.appoint(WANG, 'owner', '王律师')
    // Made by hand in the console.
    await desk.database
      .collection('editors')
      .doc(ZHAO)
      .set({ data: { role: 'editor' } })
    await invite()
    const listed = await desk.call(listEditors, {}, WANG)
    expect(listed).toEqual({
      editors: [
        { key: expect.any(String), name: expect.any(String), role: 'editor', since: '', isYou: false },
        { key: expect.any(String), name: '王律师', role: 'owner', since: expect.any(String), isYou: true },
      ],
      invitations: [
        { key: expect.any(String), name: '李编辑', role: 'editor', expiresAt: expect.any(String) },
      ],
    })
    for (const each of [WANG, ZHAO]) expect(JSON.stringify(listed)).not.toContain(each)
  })
})
