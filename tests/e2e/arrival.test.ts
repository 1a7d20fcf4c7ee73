import { join } from 'node:path'
import { newToken } from '#core/codes/new-token'
import { wordsEn } from '#reader/words-en'
import { wordsZh } from '#reader/words-zh'
import type { Target } from '#shared/codes/target'
import { firstText } from '#shared/newsletter/shown-text'
import { publishSamples } from '../../tools/newsletter/publish-samples'
import { someAlertSettings } from '../support/alert-settings'
import { type CodesCloud, startCodesCloud } from '../weapp/support/codes-cloud'
import { devices, openReader, type Reader } from './support/open-reader'
import { itemsIn, longestSample } from './support/samples'
import { itemsOf, press, rows, settle, shownPage, titleOf } from './support/screen'

let room: CodesCloud
const issue = longestSample()

beforeAll(async () => {
  room = await startCodesCloud({ siteDir: join(__dirname, '../../dist/h5') })
  await publishSamples(room.cloud.adminUrl)
  await room.desk.saveAlertSettings(someAlertSettings())
}, 60_000)
afterAll(() => room.close())

async function open(reader: Reader, path: string): Promise<void> {
  await reader.page.goto(`${room.cloud.url}#/pages/${path}`)
  await settle(reader.page)
}

const toIssue: Target = { kind: 'issue', issueId: issue.id }
const lead = (reader: Reader) => shownPage(reader.page).locator('.lead')
const strip = (reader: Reader) => shownPage(reader.page).locator('.alert-strip')
const says = (reader: Reader, text: string) =>
  shownPage(reader.page).getByText(text, { exact: true }).waitFor()

describe.each(devices)('who arrives on a %s', (device) => {
  it('by the code of an issue reads it, and is offered where the code leads since', async () => {
    const token = await room.aCode(toIssue)
    const reader = await openReader(device)
    await open(reader, `issue/index?scene=${token}`)
    await titleOf(itemsOf(reader.page).first()).waitFor()

    await room.point(token, { kind: 'home' })
    await reader.page.reload()
    await says(reader, wordsZh.codeHasMoved)
    expect(await itemsOf(reader.page).count()).toBe(itemsIn(issue).length)
    await press(reader, shownPage(reader.page).getByRole('button', { name: wordsZh.open }).first())
    await lead(reader).waitFor()
  })

  it('by the code of a series sees its issues', async () => {
    const { offers } = (await seriesOf()) as { offers: { seriesId: string; title: { zh: string } }[] }
    const [series] = offers
    const token = await room.aCode({ kind: 'series', seriesId: series?.seriesId ?? '' })
    const reader = await openReader(device)
    await open(reader, `series/index?scene=${token}`)
    expect(await shownPage(reader.page).getByRole('heading', { level: 1 }).textContent()).toBe(
      series?.title.zh,
    )
    await press(reader, rows(reader.page).last())
    await itemsOf(reader.page).first().waitFor()
  })

  it('by a code that is not in use is at home, with a word', async () => {
    for (const [page, scene] of [
      ['issue', newToken()],
      ['series', 'junk%25'],
      ['index', newToken()],
    ]) {
      const reader = await openReader(device, { locale: 'en-US' })
      await open(reader, `${page}/index?scene=${scene}`)
      await lead(reader).waitFor()
      await says(reader, wordsEn.codeIsLost)
    }
  })

  it('by the card of one item sees that item, in the card’s language', async () => {
    const reader = await openReader(device)
    const last = itemsIn(issue).length - 1
    const anchor = anchorOf(last)
    await open(reader, `issue/index?id=${issue.id}&item=${anchor}&lang=en`)
    const item = itemsOf(reader.page).nth(last)
    expect(await titleOf(item).textContent()).toBe(
      firstText(itemsIn(issue)[last]?.title ?? { zh: null, en: null }, 'en'),
    )
    // Under the bar, where reading begins, when it has been scrolled to.
    await reader.page.waitForFunction((id) => {
      const top = document.getElementById(id)?.getBoundingClientRect().top ?? -1
      return top > 40 && top < 60
    }, anchor)
  })

  it('for the first time is told what this is, and is offered alerts after an issue', async () => {
    const reader = await openReader(device)
    await open(reader, 'index/index')
    await says(reader, wordsZh.aboutText)
    expect(await strip(reader).count()).toBe(0)
    await press(reader, lead(reader))
    await itemsOf(reader.page).first().waitFor()
    await says(reader, wordsZh.aboutText)
    await reader.page.goBack()
    await strip(reader).waitFor()
    expect(await shownPage(reader.page).getByText(wordsZh.aboutText).count()).toBe(0)
  })
})

function seriesOf(): Promise<unknown> {
  return room
    .reply('somebody', { function: 'subscriptions', name: 'get' }, {})
    .then((reply) => (reply.ok ? reply.data : null))
}

/** The places of the items are counted within their sections. */
function anchorOf(index: number): string {
  const anchors = issue.sections.flatMap((section, at) =>
    section.items.map((_, place) => `item-${at + 1}-${place + 1}`),
  )
  return anchors[index] ?? ''
}
