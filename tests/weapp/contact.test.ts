import type { Contact } from '#shared/newsletter/issue'
import { saveFirm } from '../support/a-firm'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { type MiniProgram, type Opening, openMiniProgram } from './support/mini-program'
import { SINGLE_PAGE } from './support/single-page'
import { anIssueOfTwo } from './support/two-items'

const contact: Contact = {
  website: 'http://www.example.com/',
  email: 'info@example.com',
  tel: ['+8610 64096099', '+8610 64096098', '+8610 64096097'],
  fax: ['+8610 64096260', '+8610 64096261'],
  offices: { zh: ['北京', '上海'], en: ['Beijing', 'Shanghai'] },
}
const NOWHERE: Contact = { website: null, email: null, tel: [], fax: [], offices: { zh: [], en: [] } }

let room: IssuesCloud

beforeAll(async () => {
  room = await startIssuesCloud()
  await room.publish(anIssueOfTwo('301', { contact }), anIssueOfTwo('302', { contact: NOWHERE }))
})

afterAll(() => room.close())

const openIssue = (more: Partial<Opening> = {}, id = '301') =>
  openMiniProgram({ cloud: room.cloud, path: 'pages/issue/index', query: { id }, ...more })
const openMine = () => openMiniProgram({ cloud: room.cloud, path: 'pages/mine/index' })
const lines = (phone: MiniProgram) =>
  phone.page.all({ className: 'contact__line' }).map((line) => line.lines.join(' '))
const values = (phone: MiniProgram) => phone.page.all({ className: 'contact__text' })

describe('the firm’s contact', () => {
  it('says of each number and address what a tap does', async () => {
    expect(lines(await openIssue())).toEqual([
      '电话 +8610 64096099 拨打',
      '电话 +8610 64096098 拨打',
      '电话 +8610 64096097 拨打',
      '传真 +8610 64096260 复制',
      '传真 +8610 64096261 复制',
      '邮箱 info@example.com 复制',
      '网站 www.example.com 复制',
      '办公室 北京 上海 复制',
    ])
  })

  it('is called and copied', async () => {
    const phone = await openIssue()
    await phone.tap({ role: 'button', label: '拨打 +8610 64096098' })
    expect(phone.state.dialled).toEqual(['+861064096098'])
    for (const [label, copied] of [
      ['复制 +8610 64096261', '+8610 64096261'],
      ['复制 info@example.com', 'info@example.com'],
      ['复制 www.example.com', 'http://www.example.com/'],
      ['复制 北京 上海', '北京\n上海'],
    ] as const) {
      await phone.tap({ role: 'button', label })
      expect(phone.state.clipboard).toBe(copied)
    }
  })

  it.each(['010-64096099转801', '+8610 64096099 ext. 801', '电话：010 6409 6099（分机 801）'])(
    'is called without an extension, which no phone dials with the number: %s',
    async (number) => {
      await saveFirm(room.cloud, { account: null, contact: { ...contact, tel: [number] } })
      const phone = await openMine()
      await phone.tap({ role: 'button', text: '拨打' })
      expect(phone.state.dialled).toEqual([number.startsWith('+') ? '+861064096099' : '01064096099'])
    },
  )

  it('can be selected where the clipboard is refused', async () => {
    const phone = await openIssue({ settings: { clipboard: 'refuses' } })
    await phone.tap({ role: 'button', label: '复制 info@example.com' })
    expect(phone.state.clipboard).toBeNull()
    for (const value of values(phone)) expect(value.attributes.userSelect).toBe(true)
  })

  it('names the offices in the reader’s language', async () => {
    expect(lines(await openIssue({ settings: { language: 'en' } })).at(-1)).toBe(
      'Offices Beijing Shanghai Copy',
    )
  })

  it('is put into the address book, numbers beyond the form’s fields in its note', async () => {
    const phone = await openIssue()
    await phone.tap('存入通讯录')
    expect(phone.state.contacts).toEqual([
      {
        firstName: '立方律师事务所',
        organization: '立方律师事务所',
        workPhoneNumber: '+8610 64096099',
        hostNumber: '+8610 64096098',
        workFaxNumber: '+8610 64096260',
        email: 'info@example.com',
        url: 'http://www.example.com/',
        remark: '+8610 64096097, +8610 64096261',
      },
    ])
    expect(phone.page.has({ className: 'contact__note' })).toBe(false)
  })

  it('stays as it is where the reader thinks better of keeping it', async () => {
    const phone = await openIssue({ settings: { contactForm: 'cancelled' } })
    const before = phone.page.lines
    await phone.tap('存入通讯录')
    expect(phone.page.lines).toEqual(before)
  })

  it('is still there to be called and copied where the address book is refused', async () => {
    const phone = await openIssue({ settings: { contactForm: 'undeclared' } })
    const before = lines(phone)
    await phone.tap('存入通讯录')
    expect(phone.state.contacts).toEqual([])
    expect(phone.page.find({ role: 'status', className: 'contact__note' }).text).toBe('没有存入通讯录。')
    expect(lines(phone)).toEqual(before)
  })

  it('is read and selected in the timeline’s single page, which may do nothing with it', async () => {
    const phone = await openIssue({ scene: SINGLE_PAGE })
    expect(values(phone).map((value) => value.text)).toContain('+8610 64096099')
    expect(phone.page.has({ className: 'contact__action' })).toBe(false)
  })
})

describe('where a contact comes from', () => {
  const BUILT_IN = '电话 +8610 64096099 拨打'
  const saved: Contact = { ...NOWHERE, tel: ['+8621 60000000'] }

  it('is the settings, on the reader’s own page and for an issue that names none', async () => {
    await saveFirm(room.cloud, { account: null, contact: saved })
    expect(lines(await openMine())).toEqual(['电话 +8621 60000000 拨打'])
    const phone = await openIssue({}, '302')
    await phone.reachBottom()
    expect(lines(phone)).toEqual(['电话 +8621 60000000 拨打'])
  })

  it('is what is built in where nothing is set', async () => {
    await saveFirm(room.cloud, { account: null, contact: null })
    expect(lines(await openMine())[0]).toBe(BUILT_IN)
    expect(lines(await openIssue({}, '302'))[0]).toBe(BUILT_IN)
  })

  it('is the issue’s own, whatever is set', async () => {
    await saveFirm(room.cloud, { account: null, contact: saved })
    const phone = await openIssue()
    await phone.reachBottom()
    expect(lines(phone)).toHaveLength(8)
  })
})
