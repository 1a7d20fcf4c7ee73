import { wordsEn } from '#reader/words-en'
import { wordsZh } from '#reader/words-zh'
import { wechat } from '../../config/wechat'
import { someAlertSettings } from '../support/alert-settings'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { openMiniProgram } from './support/mini-program'
import { anIssueOfTwo } from './support/two-items'

let room: IssuesCloud

beforeAll(async () => {
  room = await startIssuesCloud({ wechat })
  await room.publish(anIssueOfTwo('301'), anIssueOfTwo('302'))
  await room.desk.saveAlertSettings(someAlertSettings())
}, 60_000)

afterAll(() => room.close())

const strip = { className: 'alert-strip' }
const imprint = { className: 'imprint' }

describe('the first visit', () => {
  it('says above the list what this is, and offers alerts when an issue was opened', async () => {
    const phone = await openMiniProgram({ cloud: room.cloud })
    expect(phone.page.find(imprint).lines).toEqual([wordsZh.aboutText, wordsZh.aboutLanguages])
    expect(phone.page.has(strip)).toBe(false)

    await phone.tap({ className: 'lead' })
    expect(phone.page.find(imprint).text).toBe(wordsZh.aboutText)
    expect(phone.page.has(strip)).toBe(true)

    await phone.back()
    expect(phone.page.has(imprint)).toBe(false)
    expect(phone.page.has(strip)).toBe(true)
  })

  it('is over with the first issue, wherever that was opened', async () => {
    const { storage, page } = await openMiniProgram({
      cloud: room.cloud,
      path: 'pages/issue/index',
      query: { id: '301' },
      settings: { language: 'en' },
    })
    expect(page.find(imprint).text).toBe(wordsEn.aboutText)
    const later = await openMiniProgram({
      cloud: room.cloud,
      storage,
      path: 'pages/issue/index',
      query: { id: '302' },
    })
    expect(later.page.has(imprint)).toBe(false)
  })

  it('asks nothing of a reader who came by an issue that is not there', async () => {
    const phone = await openMiniProgram({
      cloud: room.cloud,
      path: 'pages/issue/index',
      query: { id: '999' },
    })
    await phone.tap('返回周报')
    expect(phone.page.has(imprint)).toBe(true)
    expect(phone.page.has(strip)).toBe(false)
  })
})
