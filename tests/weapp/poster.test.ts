import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { readPicture } from './support/phone-canvas'
import type { PhoneFiles } from './support/phone-files'
import { anIssueOfTwo } from './support/two-items'
import type { PhoneSettings } from './support/wx'

let room: IssuesCloud

beforeAll(async () => {
  room = await startIssuesCloud()
  await room.publish(anIssueOfTwo('301'))
})

afterAll(() => room.close())

/** By the link at the issue's end. */
async function openPoster(settings: Partial<PhoneSettings> = {}): Promise<MiniProgram> {
  const phone = await openMiniProgram({
    cloud: room.cloud,
    path: 'pages/issue/index',
    query: { id: '301' },
    settings,
  })
  await phone.tap({ role: 'link', text: settings.language === 'en' ? 'Make a poster' : '生成海报' })
  expect(phone.page.path).toBe('poster/index')
  return phone
}

const saved = ({ album }: PhoneFiles) => (Array.isArray(album) ? album.map(readPicture) : [])

describe('a poster', () => {
  it('is saved to the album, at the pixels of the phone, with the issue and its code', async () => {
    const phone = await openPoster()
    await phone.tap('保存到相册')
    const [picture] = saved(phone.files)
    expect(picture?.width).toBe(2 * 375)
    expect(picture?.codes).toBe(1)
    for (const text of ['立方观评', '总第 301 期', '数据周报', '甲事标题', '乙事标题', '微信扫码阅读全文'])
      expect(picture?.lines.filter((line) => line.text === text)).toHaveLength(1)
    expect(phone.page.has('已保存到相册。')).toBe(true)
  })

  it('is in the reader’s language', async () => {
    const phone = await openPoster({ language: 'en' })
    await phone.tap('Save to album')
    expect(saved(phone.files)[0]?.text).toContain('First title')
    expect(phone.page.title).toBe('Poster')
  })

  it('has the phone’s scheme, and the other one when it is chosen', async () => {
    const phone = await openPoster({ theme: 'dark' })
    await phone.tap('保存到相册')
    await phone.tap({ role: 'radio', text: '浅色' })
    await phone.tap('保存到相册')
    const inks = saved(phone.files).map(({ lines }) => lines.at(0)?.colour)
    expect(inks[0]).toBe('#e8e6e1')
    expect(saved(phone.files)[1]?.lines.at(-1)?.colour).toBe('#6b717a')
  })

  it.each([
    ['denied', '没有相册的使用权限。可以打开图片后长按保存，或在设置中允许。'],
    ['undeclared', '没有相册的使用权限。可以打开图片后长按保存，或在设置中允许。'],
    ['full', '未能保存。可以打开图片后长按保存。'],
  ] as const)('stays where it is when the album is %s, and can be kept another way', async (album, words) => {
    const phone = await openPoster()
    phone.files.album = album
    await phone.tap('保存到相册')
    expect(phone.page.path).toBe('poster/index')
    expect(phone.page.has(words)).toBe(true)
    expect(phone.page.has('去设置')).toBe(album !== 'full')
    await phone.tap('打开图片')
    const [path = ''] = phone.state.shownPictures
    const shown = readPicture(phone.files.read(path))
    expect(shown.text).toContain('甲事标题')
    expect(shown.width).toBe(2 * 375)
  })

  it('is saved once by a tap that is two', async () => {
    const phone = await openPoster()
    const save = phone.page.find('保存到相册')
    phone.page.tap(save)
    await phone.tap(save)
    expect(saved(phone.files)).toHaveLength(1)
    expect(phone.page.has('已保存到相册。')).toBe(true)
  })

  it('says so where the mini-program has no room for it', async () => {
    const phone = await openPoster()
    phone.files.hasRoom = false
    await phone.tap('保存到相册')
    expect(phone.page.has('未能保存。可以打开图片后长按保存。')).toBe(true)
  })

  it('is looked at by ear: it is called by its headlines', async () => {
    const phone = await openPoster()
    expect(phone.page.find({ role: 'img' }).aria.label).toBe('海报, 甲事标题, 乙事标题')
  })

  it('is there no more, and not asked for again, where the issue was withdrawn since', async () => {
    await room.publish(anIssueOfTwo('302'))
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path: 'pages/issue/index',
      query: { id: '302' },
    })
    await room.desk.withdraw('302')
    await phone.tap('生成海报')
    expect(phone.page.has('这一期没有海报')).toBe(true)
    expect(phone.page.has('重试')).toBe(false)
  })

  it('is not made without its code: it says so, and tries again', async () => {
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path: 'pages/issue/index',
      query: { id: '301' },
    })
    phone.network.state = 'cut'
    await phone.tap('生成海报')
    expect(phone.page.has('没有网络连接')).toBe(true)
    expect(phone.page.has('保存到相册')).toBe(false)
    phone.network.state = 'on'
    await phone.tap('重试')
    await phone.tap('保存到相册')
    expect(saved(phone.files)).toHaveLength(1)
  })
})
