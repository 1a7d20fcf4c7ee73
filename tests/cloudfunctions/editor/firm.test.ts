import { PNG } from 'pngjs'
import { type Firm, getFirm, LARGEST_ACCOUNT_CODE } from '#shared/firm/endpoints'
import { saveFirm } from '#shared/firm/owner-endpoints'
import { anIssue } from '../../support/an-issue'
import { type DeskCloud, startDeskCloud } from '../../support/desk-cloud'

jest.setTimeout(60_000)

const OWNER = 'oOwner-0123456789abcdefghijk'
const READER = 'oReader-0123456789abcdefghij'

const png = PNG.sync.write(new PNG({ width: 8, height: 8 })).toString('base64')
const jpeg = Buffer.from('ffd8ffe000104a46494600', 'hex').toString('base64')
const NOTHING: Firm = { account: null, contact: null }
const FIRM: Firm = {
  account: { name: '立方律师', originalId: 'gh_0123456789ab', code: `data:image/png;base64,${png}` },
  contact: anIssue().contact,
}

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud()
})

beforeEach(async () => {
  await desk.clear()
  await desk.database.collection('settings').doc('firm').remove()
  await desk.appoint(OWNER, 'owner', '王律师')
})

afterAll(() => desk.close())

const save = (firm: unknown) => desk.reply(saveFirm, { firm: firm as Firm }, OWNER)
const withCode = (code: string) => ({ ...FIRM, account: { ...FIRM.account, code } })
const shown = () => desk.call(getFirm, {}, READER)

it('shows nothing of a firm where nothing is set', async () => {
  expect(await shown()).toEqual(NOTHING)
})

it('shows every reader what an owner has saved, at the next call', async () => {
  await shown()
  expect(await save(FIRM)).toEqual({ ok: true, data: {} })
  expect(await shown()).toEqual(FIRM)
  await save(NOTHING)
  expect(await shown()).toEqual(NOTHING)
})

it('enters once what was before and after, a picture by its hash', async () => {
  await save(FIRM)
  await save(FIRM)
  await save(withCode(`data:image/jpeg;base64,${jpeg}`))
  const hashed = {
    ...FIRM,
    account: { ...FIRM.account, code: expect.stringMatching(/^picture [0-9a-f]{16}$/u) },
  }
  const entries = await desk.audit()
  expect(entries).toMatchObject([
    { act: 'save-firm', by: '王律师', subject: '立方律师', before: NOTHING, after: hashed },
    { act: 'save-firm', before: hashed, after: hashed },
  ])
  expect(entries[1]?.before).toEqual(entries[0]?.after)
  expect(entries[1]?.before).not.toEqual(entries[1]?.after)
})

it.each<[string, string]>([
  ['a page that says it is a picture', Buffer.from('<html></html>').toString('base64')],
  ['a JPEG that says it is a PNG', jpeg],
  ['too few bytes', 'iVBO'],
])('saves as a code only what is a picture, not %s', async (_what, base64) => {
  expect(await save(withCode(`data:image/png;base64,${base64}`))).toMatchObject({
    error: { code: 'INVALID_INPUT', message: expect.stringContaining('choose another file') },
  })
  expect(await shown()).toEqual(NOTHING)
})

it.each<[string, string]>([
  ['a picture that runs programs', 'data:image/svg+xml;base64,PHN2Zy8+'],
  ['an address', 'https://example.com/code.png'],
  ['what does not end', `data:image/png;base64,${png.slice(0, -4)}====`],
  ['a picture that is too large', `data:image/png;base64,${'A'.repeat(LARGEST_ACCOUNT_CODE)}`],
])('does not take as a code %s', async (_what, code) => {
  expect(await save(withCode(code))).toMatchObject({ error: { code: 'INVALID_INPUT' } })
})

it.each<[string, object]>([
  ['another original id', { originalId: 'wx0123456789abcdef' }],
  ['no name', { name: ' ' }],
  ['a name that is too long', { name: '立'.repeat(61) }],
])('does not take an account with %s', async (_what, account) => {
  expect(await save({ ...FIRM, account: { ...FIRM.account, ...account } })).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  })
})

it('shows nothing where what is stored by hand cannot be used', async () => {
  await desk.database
    .collection('settings')
    .doc('firm')
    .set({ data: { account: { name: '立方律师' } } })
  expect(await shown()).toEqual(NOTHING)
})
