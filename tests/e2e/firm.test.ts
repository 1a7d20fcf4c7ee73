import { join } from 'node:path'
import { firmContact } from '#reader/firm'
import { wordsEn } from '#reader/words-en'
import { wordsZh } from '#reader/words-zh'
import { publishSamples } from '../../tools/newsletter/publish-samples'
import { aFirm, CODE, saveFirm } from '../support/a-firm'
import { type IssuesCloud, startIssuesCloud } from '../support/issues-cloud'
import { downloaded } from './support/downloaded'
import { devices, openReader, type Reader } from './support/open-reader'
import { longestSample } from './support/samples'
import { openIssue, openMine, settle, shownPage } from './support/screen'

/** Here the firm has settings, so the cloud is this file's own. */
let room: IssuesCloud

beforeAll(async () => {
  room = await startIssuesCloud({ siteDir: join(__dirname, '../../dist/h5') })
  await publishSamples(room.cloud.adminUrl)
  process.env.READING_ROOM_URL = room.cloud.url
}, 60_000)
beforeEach(() => saveFirm(room.cloud, aFirm()))
afterAll(() => room.close())

const follow = (reader: Reader) => shownPage(reader.page).locator('.follow')
const button = (reader: Reader, name: string) => shownPage(reader.page).getByRole('button', { name })

describe.each(devices)('the firm on a %s', (device) => {
  it('is followed by its code at an issue’s end, which moves nothing above it', async () => {
    const reader = await openReader(device)
    await openIssue(reader, longestSample().id)
    const contact = shownPage(reader.page).locator('.contact')
    await contact.scrollIntoViewIfNeeded()
    const before = await contact.boundingBox()
    await follow(reader).waitFor()
    await settle(reader.page)

    expect(await contact.boundingBox()).toEqual(before)
    const { name, content } = await downloaded(reader, button(reader, `${wordsZh.save} 立方观评`))
    expect(name).toBe('立方观评.png')
    expect(`data:image/png;base64,${content.toString('base64')}`).toBe(CODE)
    await follow(reader).getByText(wordsZh.codeSaved).waitFor()
  })

  it('is kept as a card of any address book', async () => {
    const reader = await openReader(device, { locale: 'en-US' })
    await openMine(reader)
    const { name, content } = await downloaded(reader, button(reader, wordsEn.addToContacts))
    expect(name).toBe(`${wordsEn.firm}.vcf`)
    expect(content.toString('utf8').split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:;;;;',
      `FN:${wordsEn.firm}`,
      `ORG:${wordsEn.firm}`,
      'TEL;TYPE=WORK,VOICE:+8610 64096099',
      'TEL;TYPE=WORK,FAX:+8610 64096260',
      'TEL;TYPE=WORK,FAX:+8610 64096261',
      `EMAIL;TYPE=INTERNET:${firmContact.email}`,
      `URL:${firmContact.website}`,
      'END:VCARD',
      '',
    ])
  })

  it('leaves no place for an account that there is not', async () => {
    await saveFirm(room.cloud, { account: null, contact: null })
    const reader = await openReader(device)
    await openMine(reader)
    await shownPage(reader.page).getByText(wordsZh.contact).waitFor()
    expect(await shownPage(reader.page).getByText(wordsZh.follow).count()).toBe(0)
  })
})
