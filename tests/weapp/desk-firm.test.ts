import { getFirm, LARGEST_ACCOUNT_CODE } from '#shared/firm/endpoints'
import { saveFirm } from '#shared/firm/owner-endpoints'
import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { READER } from './support/phone-network'

jest.setTimeout(60_000)

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex')

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud()
})

beforeEach(async () => {
  await desk.appoint(READER, 'owner', '王律师')
  await desk.call(saveFirm, { firm: { account: null, contact: null } }, READER)
})

afterAll(() => desk.close())

const open = () => openMiniProgram({ cloud: desk.cloud, path: 'editor/settings/firm/index' })
const saved = () => desk.call(getFirm, {}, READER)

function field(phone: MiniProgram, label: string) {
  return () => {
    const box = phone.page
      .all({ className: 'field' })
      .find(({ children }) => children.some((child) => typeof child !== 'string' && child.text === label))
    return box?.all({ className: 'field__input' })[0]
  }
}

it('is reached from the settings', async () => {
  const phone = await openMiniProgram({ cloud: desk.cloud, path: 'editor/settings/index' })
  await phone.tap({ className: 'entry', text: '公众号与联系方式读者怎样关注和联系律所' })
  expect(phone.page.path).toBe('editor/settings/firm/index')
})

it('saves the account with the picture that was chosen from a chat, and enters it in the audit trail', async () => {
  const phone = await open()
  await phone.type(field(phone, '名称'), '立方律师')
  await phone.type(field(phone, '原始 ID'), 'gh_0123456789ab')
  await phone.type(field(phone, '网站'), 'http://www.example.com')
  phone.files.choice = { name: 'code.png', content: PNG }
  await phone.tap('选择图片')
  await phone.tap('保存')
  expect(phone.page.lines).toContain('已保存。')
  const code = `data:image/png;base64,${PNG.toString('base64')}`
  expect(phone.page.find({ className: 'account-code' }).attributes.src).toBe(code)
  expect(await saved()).toEqual({
    account: { name: '立方律师', originalId: 'gh_0123456789ab', code },
    contact: {
      website: 'http://www.example.com',
      email: null,
      tel: [],
      fax: [],
      offices: { zh: [], en: [] },
    },
  })
  expect((await desk.audit()).map(({ act }) => act)).toContain('save-firm')
  const again = await open()
  expect(field(again, '名称')()?.attributes.value).toBe('立方律师')
})

it('takes the account away where its fields are cleared, the picture included', async () => {
  const code = `data:image/png;base64,${PNG.toString('base64')}`
  const account = { name: '立方律师', originalId: null, code }
  await desk.call(saveFirm, { firm: { account, contact: null } }, READER)
  const phone = await open()
  await phone.type(field(phone, '名称'), '')
  expect(phone.page.lines).toContain('请写名称；没有公众号则把原始 ID 和二维码也清空。')
  await phone.tap('去掉')
  await phone.tap('保存')
  expect(await saved()).toEqual({ account: null, contact: null })
})

it.each([
  [
    'too large',
    Buffer.concat([PNG, Buffer.alloc(LARGEST_ACCOUNT_CODE)]),
    '图片超过 58 KB，请在公众平台下载较小的一种再选。',
  ],
  ['no picture', Buffer.from('GIF89a'), '这不是 PNG 或 JPEG 图片，请选另一张。'],
])('says what is wrong with a file that is %s, and changes nothing', async (_name, content, sentence) => {
  const phone = await open()
  phone.files.choice = { name: 'code.png', content }
  await phone.tap('选择图片')
  expect(phone.page.lines).toContain(sentence)
  expect(phone.page.has({ className: 'account-code' })).toBe(false)
})

it.each([
  ['原始 ID', 'lifang-law', '原始 ID 以 gh_ 开头，后面只有小写字母和数字。'],
  ['网站', 'www.example.com', '请写完整的网址，以 http:// 或 https:// 开头。'],
])('does not save a wrong %s, and says what is wrong', async (label, typed, sentence) => {
  const phone = await open()
  await phone.type(field(phone, '名称'), '立方律师')
  await phone.type(field(phone, label), typed)
  expect(phone.page.lines).toContain(sentence)
  await phone.tap('保存')
  expect(phone.page.lines).toContain('没有保存：请先改好标出的地方。')
  expect(await saved()).toEqual({ account: null, contact: null })
})

it('shows editors what is set, and nothing to change it with', async () => {
  const account = { name: '立方律师', originalId: 'gh_0123456789ab', code: null }
  await desk.call(saveFirm, { firm: { account, contact: null } }, READER)
  await desk.appoint(READER, 'editor', '王律师')
  const phone = await open()
  expect(phone.page.lines).toEqual(
    expect.arrayContaining(['这里由负责人更改，您可以查看。', '立方律师', 'gh_0123456789ab']),
  )
  expect(phone.page.has('保存')).toBe(false)
  expect(phone.page.has('选择图片')).toBe(false)
})
