import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beginDraft, saveDraft } from '#shared/drafts/endpoints'
import { aDraftItem, aDraftOf } from '../support/a-draft'
import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { tooSmall, tooWide } from './support/legibility'
import { openReader, type Reader } from './support/open-reader'
import { paleInBothSchemes } from './support/pale-in-both-schemes'
import { press, settle, shownPage } from './support/screen'

const EDITOR = 'an-editor'

let desk: DeskCloud
let draftId: string

beforeAll(async () => {
  desk = await startDeskCloud({ siteDir: join(__dirname, '../../dist/h5') })
  await desk.appoint(EDITOR, 'editor', '林岚')
  const [whole, zhOnly, enOnly] = [
    aDraftItem({
      body: { zh: [[{ text: '见' }, { text: '全文', href: 'https://www.npc.gov.cn/' }]], en: null },
    }),
    aDraftItem({ key: 'item2', title: { zh: '只有中文', en: null }, body: { zh: null, en: null } }),
    aDraftItem({ key: 'item3', title: { zh: null, en: 'Only English' }, body: { zh: null, en: null } }),
  ]
  const issue = aDraftOf([whole, zhOnly, enOnly], { number: 41 })
  const differences = [
    {
      key: 'item1',
      part: 'title.zh',
      base: '旧题',
      ours: '数据安全法草案公开征求意见',
      theirs: '数据安全法草案',
    },
  ]
  draftId = (await desk.call(beginDraft, {}, EDITOR)).id
  await desk.call(saveDraft, { id: draftId, revision: 1, issue, differences, dismissed: [] }, EDITOR)
}, 60_000)
afterAll(() => desk.close())

const actions = (page: Page) => shownPage(page).getByRole('button')

/** Each page, and what a tap opens on it. */
const pages: Record<string, { as?: string; path: () => string; open?: (reader: Reader) => Promise<void> }> = {
  'no-role': { as: 'a-reader', path: () => 'desk/index' },
  invited: { as: 'a-reader', path: () => `desk/index?invitation=${'a'.repeat(32)}` },
  desk: { path: () => 'desk/index' },
  draft: { path: () => `draft/index?id=${draftId}` },
  masthead: {
    path: () => `draft/index?id=${draftId}`,
    open: (reader) => press(reader, actions(reader.page).filter({ hasText: /修改刊头|Edit masthead/u })),
  },
  arranged: {
    path: () => `draft/index?id=${draftId}`,
    async open(reader) {
      await press(reader, actions(reader.page).filter({ hasText: /调整次序|Arrange/u }))
      await press(
        reader,
        actions(reader.page)
          .filter({ hasText: /配对…|Pair …/u })
          .first(),
      )
    },
  },
  item: {
    path: () => `item/index?id=${draftId}&item=item1`,
    open: (reader) => press(reader, shownPage(reader.page).locator('.paragraph textarea').first()),
  },
  gone: { path: () => `item/index?id=${draftId}&item=none` },
}

type Look = (page: Page) => Promise<string[]>

const small: Look = (page) => page.evaluate(tooSmall)
const wide: Look = (page) => page.evaluate(tooWide)

/** Each page is opened once, and looked at in each way and width. */
async function onEveryPage(reader: Reader, looks: readonly Look[], widths: readonly number[] = []) {
  const found: string[] = []
  const { page } = reader
  for (const [name, { as = EDITOR, path, open }] of Object.entries(pages)) {
    await page.goto('about:blank')
    await page.goto(`${desk.cloud.url}?as=${as}#/editor/${path()}`)
    await settle(page)
    await open?.(reader)
    await settle(page)
    for (const width of widths.length > 0 ? widths : [null]) {
      if (width !== null) await page.setViewportSize({ width, height: 800 })
      for (const look of looks)
        found.push(...(await look(page)).map((what) => `${name}, ${width ?? 'as it is'}: ${what}`))
    }
  }
  return found
}

describe('every page on which an issue is prepared', () => {
  it('has enough contrast in both schemes, and can be tapped with a finger, on a phone', async () => {
    const reader = await openReader('phone')
    expect(await onEveryPage(reader, [paleInBothSchemes, small])).toEqual([])
  }, 60_000)

  it('can be tapped with a finger on a desktop', async () => {
    expect(await onEveryPage(await openReader('desktop'), [small])).toEqual([])
  }, 60_000)

  it.each(['zh-CN', 'en-US'])(
    'fits into narrow and wide windows with the largest text, in %s',
    async (locale) => {
      const reader = await openReader('phone', { locale })
      await reader.page.goto(`${desk.cloud.url}?as=${EDITOR}#/pages/mine/index`)
      await settle(reader.page)
      await reader.page.getByRole('radiogroup').nth(1).getByRole('radio').last().tap()
      expect(await onEveryPage(reader, [wide], [320, 900])).toEqual([])
    },
    120_000,
  )
})
