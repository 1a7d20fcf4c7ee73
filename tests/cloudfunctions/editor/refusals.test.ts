import { editorKey } from '#core/editors/editor'
import { listCampaigns, saveAlertSettings } from '#shared/alerts/campaign-endpoints'
import { listAudit } from '#shared/editors/endpoints'
import { type DeskCloud, startDeskCloud } from '../../support/desk-cloud'

jest.setTimeout(60_000)

const READER = 'oReader-0123456789abcdefghij'
const EDITOR = 'oEditor-0123456789abcdefghij'
const OWNER = 'oOwner-0123456789abcdefghijk'

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud()
})

const HOUR = 60 * 60_000

beforeEach(async () => {
  await desk.clear()
  // No hour ends in the middle of a test.
  desk.cloud.clock.jumpTo(Math.ceil(desk.cloud.clock.now() / HOUR) * HOUR)
  await desk.appoint(EDITOR, 'editor', '李编辑')
  await desk.appoint(OWNER, 'owner', '王律师')
})

afterEach(() => desk.cloud.faults.clear())
afterAll(() => desk.close())

const forbidden = { ok: false, error: { code: 'FORBIDDEN', message: 'This is for editors only.' } }

describe('a reader who calls the desk', () => {
  it.each([
    ['a known name', { endpoint: 'campaigns', input: {} }, 'editor/campaigns'],
    [
      'a known name with bad input',
      { endpoint: 'save-alert-settings', input: 5 },
      'editor/save-alert-settings',
    ],
    ['an unknown name', { endpoint: 'drop-everything', input: {} }, 'unknown'],
    ['a name of every object', { endpoint: 'constructor' }, 'unknown'],
    ['no name', {}, 'unknown'],
    ['what is no name', { endpoint: { $gt: '' } }, 'unknown'],
  ])('is refused alike by %s, and stands in the audit trail', async (_what, event, call) => {
    expect(await desk.send('editor', event, READER)).toEqual(forbidden)
    const key = editorKey(READER)
    expect(await desk.audit()).toEqual([
      {
        _id: expect.any(String),
        at: expect.any(Number),
        byKey: key,
        by: '',
        act: 'refused',
        subject: key,
        before: null,
        after: { calls: { [call]: 1 } },
      },
    ])
  })

  it('cannot fill the trail: one line an hour counts, also of calls at once', async () => {
    const call = () => desk.reply(listCampaigns, {}, READER)
    await Promise.all(Array.from({ length: 8 }, call))
    await desk.send('editor', { endpoint: 'x'.repeat(10_000) }, READER)
    expect(await desk.audit()).toMatchObject([{ after: { calls: { 'editor/campaigns': 8, unknown: 1 } } }])
    desk.cloud.clock.jumpTo(desk.cloud.clock.now() + HOUR)
    await call()
    expect(await desk.audit()).toMatchObject([{}, { after: { calls: { 'editor/campaigns': 1 } } }])
  })

  it('is named nowhere in the trail', async () => {
    await desk.reply(listCampaigns, {}, READER)
    expect(JSON.stringify(await desk.audit())).not.toContain(READER)
  })

  it('is refused also where the trail cannot be written, which the log tells', async () => {
    desk.cloud.faults.add({ action: 'database.modifyDocument', fault: { kind: 'drop' } })
    expect(await desk.reply(listCampaigns, {}, READER)).toEqual(forbidden)
    expect(desk.log.join('\n')).toContain('could not be entered in the audit trail')
    expect(await desk.audit()).toEqual([])
  })
})

describe('an editor', () => {
  it('is refused what is for owners, by name', async () => {
    expect(await desk.reply(saveAlertSettings, { settings: {} }, EDITOR)).toMatchObject({
      error: { code: 'FORBIDDEN', message: 'This is for owners only.' },
    })
    expect(await desk.audit()).toMatchObject([
      { by: '李编辑', act: 'refused', after: { calls: { 'editor/save-alert-settings': 1 } } },
    ])
  })

  it('is told of an unknown name and of bad input', async () => {
    expect(await desk.send('editor', { endpoint: 'nothing' }, EDITOR)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
    expect(await desk.send('editor', {}, EDITOR)).toMatchObject({ error: { code: 'INVALID_INPUT' } })
    expect(await desk.audit()).toEqual([])
  })
})

describe('the audit trail', () => {
  it('is read by owners page by page, the latest first, each entry once', async () => {
    const entries = Array.from({ length: 120 }, (_, at) => ({
      _id: `entry:${String(at).padStart(3, '0')}`,
      // Many of one moment: the order among them must be the same on every page.
      at: 1_000 + Math.floor(at / 55),
      byKey: 'k',
      by: '王律师',
      act: 'publish',
      subject: String(at),
      before: null,
      after: { revision: at },
    }))
    await desk.database.collection('audit').add({ data: entries })
    const subjects: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await desk.call(listAudit, cursor === undefined ? {} : { cursor }, OWNER)
      expect(page.entries.length).toBeLessThanOrEqual(50)
      subjects.push(...page.entries.map(({ subject }) => subject))
      if (page.next === null) break
      cursor = page.next
    }
    expect(subjects).toEqual(entries.map(({ subject }) => subject).reverse())
  })

  it('tells who, what, when, before and after', async () => {
    await desk.database.collection('audit').add({
      data: {
        _id: 'x',
        at: Date.UTC(2026, 10, 25),
        byKey: 'k',
        by: '王律师',
        act: 'remove-editor',
        subject: '李编辑',
        before: { role: 'editor' },
        after: null,
      },
    })
    expect(await desk.call(listAudit, {}, OWNER)).toEqual({
      entries: [
        {
          id: 'x',
          at: '2026-11-25T00:00:00.000Z',
          by: '王律师',
          act: 'remove-editor',
          subject: '李编辑',
          before: { role: 'editor' },
          after: null,
        },
      ],
      next: null,
    })
  })
})
