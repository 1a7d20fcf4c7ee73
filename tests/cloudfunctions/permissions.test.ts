import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newToken } from '#core/codes/new-token'
import { editorKey } from '#core/editors/editor'
import { inviteEditor, removeEditor } from '#shared/editors/endpoints'
import type { Endpoint } from '#shared/endpoint'
import type { ErrorCode, Reply } from '#shared/errors'
import { collections } from '../../config/database'
import { functions } from '../../config/functions'
import { someAlertSettings, TEMPLATE } from '../support/alert-settings'
import { anIssue } from '../support/an-issue'
import { type DeskCloud, OWNER_CODE, startDeskCloud } from '../support/desk-cloud'
import { callFromPhone } from '../support/fixture-functions'
import { sdkFor } from '../support/local-cloud'

jest.setTimeout(120_000)

const ROLES = ['nobody', 'reader', 'editor', 'owner', 'removed editor'] as const
type Role = (typeof ROLES)[number]

const OPENIDS: Record<Exclude<Role, 'nobody'>, string> = {
  reader: 'oReader-0123456789abcdefghij',
  editor: 'oEditor-0123456789abcdefghij',
  owner: 'oOwner-0123456789abcdefghijk',
  'removed editor': 'oRemoved-0123456789abcdefghi',
}

type Audience = 'everybody' | 'signed-in' | 'editors' | 'owners'

const MAY: Record<Audience, readonly Role[]> = {
  everybody: ROLES,
  'signed-in': ['reader', 'editor', 'owner', 'removed editor'],
  editors: ['editor', 'owner'],
  owners: ['owner'],
}

/** `input` is one that the endpoint takes. `gets` is what those who may are answered with it; an answer where absent. */
type Row = {
  for: Audience
  input: object | (() => Promise<object>)
  gets?: ErrorCode | Partial<Record<Role, ErrorCode>>
}

const { id: _id, ...issue } = { ...anIssue(), sections: [] }
const { publication, disclaimer, contact } = issue
const aDraft = { id: '999', revision: 1 }
const aCampaign = { id: '301:weekly-data-review' }
/** One that may be. */
const TOKEN = newToken()
const aJob = { job: '0'.repeat(32) }

/** Who may call what. An endpoint that has no row fails the first test. */
const TABLE: Record<string, Row> = {
  'issues/list': { for: 'everybody', input: {} },
  'issues/get': { for: 'everybody', input: { id: '999' }, gets: 'NOT_FOUND' },
  'issues/read': { for: 'everybody', input: { id: '999', mode: 'zh', channel: 'direct' } },

  // Of a code that there is not, nobody is told anything.
  'issues/follow-code': { for: 'everybody', input: { token: TOKEN, isFirst: true } },
  'issues/firm': { for: 'everybody', input: {} },

  'subscriptions/get': { for: 'signed-in', input: {} },
  'subscriptions/report': {
    for: 'signed-in',
    input: { requestId: 'request-1', seriesId: null, language: 'zh', results: {}, kept: [] },
  },
  'subscriptions/stop': { for: 'signed-in', input: { seriesId: 'weekly' } },
  'subscriptions/language': { for: 'signed-in', input: { language: 'en' } },
  'subscriptions/held': { for: 'signed-in', input: {} },
  'subscriptions/delete': { for: 'signed-in', input: {} },

  'editor/enter': { for: 'signed-in', input: {} },
  'editor/claim': {
    for: 'signed-in',
    input: { code: OWNER_CODE, name: '王律师' },
    // There is an owner already, who stays so.
    gets: { reader: 'FORBIDDEN', editor: 'FORBIDDEN', 'removed editor': 'FORBIDDEN' },
  },
  'editor/accept': {
    for: 'signed-in',
    input: async () => ({
      token: (await desk.call(inviteEditor, { name: '李编辑', role: 'editor' }, OPENIDS.owner)).token,
    }),
  },
  'editor/invite': { for: 'owners', input: { name: '李编辑', role: 'editor' } },
  'editor/editors': { for: 'owners', input: {} },
  'editor/remove-editor': { for: 'owners', input: { key: '0'.repeat(16) } },
  'editor/audit': { for: 'owners', input: {} },

  'editor/series': { for: 'editors', input: {} },
  'editor/save-series': {
    for: 'owners',
    input: {
      series: {
        id: 'weekly-data-review',
        title: issue.series.title,
        otherTitles: [],
        defaults: { publication, disclaimer, contact },
        nextNumber: null,
      },
    },
  },
  'editor/followers': { for: 'editors', input: {} },
  'editor/reads': { for: 'editors', input: { id: '301' } },

  'editor/save-firm': { for: 'owners', input: { firm: { account: null, contact: null } } },

  'codes/create': { for: 'editors', input: { target: { kind: 'home' }, channel: '会议' } },
  'codes/list': { for: 'editors', input: {} },
  'codes/change': { for: 'editors', input: { token: TOKEN, revision: 1, target: null }, gets: 'NOT_FOUND' },
  'codes/picture': { for: 'editors', input: { token: TOKEN }, gets: 'NOT_FOUND' },
  'codes/poster': { for: 'signed-in', input: { issueId: '999' }, gets: 'NOT_FOUND' },

  'editor/campaigns': { for: 'editors', input: {} },
  'editor/campaign': { for: 'editors', input: aCampaign, gets: 'NOT_FOUND' },
  'editor/pause': { for: 'editors', input: aCampaign, gets: 'NOT_FOUND' },
  'editor/resume': { for: 'editors', input: aCampaign, gets: 'NOT_FOUND' },
  'editor/cancel': { for: 'editors', input: aCampaign, gets: 'NOT_FOUND' },
  'editor/send-again': { for: 'editors', input: aCampaign, gets: 'NOT_FOUND' },
  'editor/alert-settings': { for: 'editors', input: {} },
  'editor/save-alert-settings': { for: 'owners', input: { settings: someAlertSettings() } },
  // Nothing has been published that it could tell of.
  'editor/test-alert': { for: 'owners', input: { templateId: TEMPLATE }, gets: 'CONFLICT' },

  'editor/drafts': { for: 'editors', input: {} },
  'editor/draft': { for: 'editors', input: { id: '999' }, gets: 'NOT_FOUND' },
  'editor/begin-draft': { for: 'editors', input: {} },
  'editor/save-draft': {
    for: 'editors',
    input: { ...aDraft, issue, differences: [], dismissed: [] },
    gets: 'NOT_FOUND',
  },
  // Deleted already: nothing is left to do.
  'editor/delete-draft': { for: 'editors', input: aDraft },
  'editor/publish': {
    for: 'editors',
    input: { ...aDraft, at: null, withAlerts: false, note: null },
    gets: 'NOT_FOUND',
  },
  'editor/unschedule': { for: 'editors', input: { id: '999' }, gets: 'NOT_FOUND' },
  'editor/withdraw': { for: 'editors', input: { id: '999' }, gets: 'NOT_FOUND' },

  'importer/begin': { for: 'editors', input: { fileName: '周报.docx', bytes: 1_000 } },
  'importer/run': { for: 'editors', input: { ...aJob, fileId: 'cloud://local/x' }, gets: 'NOT_FOUND' },
  'importer/job': { for: 'editors', input: aJob, gets: 'NOT_FOUND' },
}

/** Functions that only the cloud itself calls: by a timer, or by WeChat's message push. */
const OF_THE_CLOUD = ['alerts', 'publisher', 'wechat-events']

const shared = join(__dirname, '../../src/shared')
const endpoints = readdirSync(shared, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?:^|[/\\-])endpoints\.ts$/u.test(path))
  .flatMap((path) => Object.values(require(join(shared, path)) as object).filter(isEndpoint))
  .map((endpoint) => ({ ...endpoint, key: `${endpoint.function}/${endpoint.name}` }))

function isEndpoint(value: unknown): value is Endpoint {
  const { function: functionName, name, input, output } = (value ?? {}) as Partial<Endpoint>
  return typeof functionName === 'string' && typeof name === 'string' && Boolean(input && output)
}

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud()
  await desk.database.collection('settings').doc('alerts').set({ data: someAlertSettings() })
})

beforeEach(async () => {
  await desk.clear()
  for (const role of ['owner', 'editor'] as const) await desk.appoint(OPENIDS[role], role)
  await desk.appoint(OPENIDS['removed editor'], 'editor')
  await desk.call(removeEditor, { key: editorKey(OPENIDS['removed editor']) }, OPENIDS.owner)
})

afterAll(() => desk.close())

/** Nobody calls in both ways in which a call has no openid: from a phone that is not signed in, and from a server. */
async function callAs(role: Role, functionName: string, event: object): Promise<string> {
  if (role !== 'nobody')
    return codeOf((await callFromPhone(desk.cloud, functionName, event, OPENIDS[role])).result)
  const phone = await callFromPhone(desk.cloud, functionName, event)
  const server: unknown = await sdkFor(desk.cloud).callFunction({ name: functionName, data: event })
  const code = codeOf((server as { result: unknown }).result)
  // The platform lets no such phone in, or the function itself answers it as it answers a server.
  const isLetIn = functions[functionName]?.invoker === 'readers'
  expect(phone.result === undefined ? 'refused by the platform' : codeOf(phone.result)).toBe(
    isLetIn ? code : 'refused by the platform',
  )
  return code
}

function codeOf(result: unknown): string {
  const reply = result as Reply<unknown>
  return reply.ok ? 'ok' : reply.error.code
}

/** All that is stored, but for the audit trail, which tells of refusals. */
async function stored(): Promise<string> {
  const names = Object.keys(collections).filter((name) => name !== 'audit')
  const documents = names.map((name) => desk.database.collection(name).limit(1_000).get())
  return JSON.stringify((await Promise.all(documents)).map(({ data }) => data))
}

function expected(row: Row, role: Role): string {
  if (!MAY[row.for].includes(role)) return role === 'nobody' ? 'NOT_SIGNED_IN' : 'FORBIDDEN'
  return (typeof row.gets === 'object' ? row.gets[role] : row.gets) ?? 'ok'
}

it('knows of every endpoint who may call it, and of none that there is not', () => {
  expect(endpoints.map(({ key }) => key).sort()).toEqual(Object.keys(TABLE).sort())
})

it('knows of every function who calls it', () => {
  const served = new Set(endpoints.map((endpoint) => endpoint.function))
  const folders = readdirSync(join(__dirname, '../../cloudfunctions')).filter((name) => name !== '_core')
  expect(folders.sort()).toEqual(Object.keys(functions).sort())
  expect(Object.keys(functions).sort()).toEqual([...served, ...OF_THE_CLOUD].sort())
})

describe.each(Object.entries(TABLE))('%s', (key, row) => {
  const [functionName = '', endpoint = ''] = key.split('/')

  it.each(ROLES)(`is for ${row.for}: %s`, async (role) => {
    const input = typeof row.input === 'function' ? await row.input() : row.input
    const isRefused = !MAY[row.for].includes(role)
    const before = isRefused ? await stored() : ''
    // What an event claims of its caller changes nothing.
    const claims = { openid: OPENIDS.owner, role: 'owner', userInfo: { openId: OPENIDS.owner } }
    const code = await callAs(role, functionName, { endpoint, input, ...claims })
    expect(code).toBe(expected(row, role))
    if (!isRefused) return
    expect(await stored()).toBe(before)
    const refusals = (await desk.audit()).filter(({ act }) => act === 'refused')
    const line = { after: { calls: { [key]: 1 } } }
    expect(refusals).toMatchObject(role === 'nobody' ? [] : [line])
  })
})

const desks = new Set(
  Object.entries(TABLE).flatMap(([key, row]) => (row.for === 'editors' ? (key.split('/')[0] ?? []) : [])),
)

describe.each([...desks])('whatever is called in the function %s', (functionName) => {
  it.each([
    ['an unknown name', { endpoint: 'nothing' }],
    ['a name of every object', { endpoint: '__proto__' }],
    ['no name', {}],
    ['what is no name', { endpoint: ['campaigns'] }],
  ])('is refused to whoever is no editor: %s', async (_what, event) => {
    const codes = await Promise.all(ROLES.map((role) => callAs(role, functionName, event)))
    const told = 'endpoint' in event && typeof event.endpoint === 'string' ? 'NOT_FOUND' : 'INVALID_INPUT'
    expect(Object.fromEntries(ROLES.map((role, at) => [role, codes[at]]))).toEqual({
      nobody: 'NOT_SIGNED_IN',
      reader: 'FORBIDDEN',
      editor: told,
      owner: told,
      'removed editor': 'FORBIDDEN',
    })
  })
})

describe.each(OF_THE_CLOUD)('the function %s', (functionName) => {
  it.each(ROLES)('is called by no phone: %s', async (role) => {
    const openid = role === 'nobody' ? undefined : OPENIDS[role]
    const before = await stored()
    for (const event of [{}, { Type: 'Timer', TriggerName: functionName }, { MsgType: 'event' }])
      expect(await callFromPhone(desk.cloud, functionName, event, openid)).toEqual({
        errCode: expect.any(Number),
        errMsg: expect.stringContaining('Permission denied'),
      })
    expect(await stored()).toBe(before)
  })
})
