import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createCode } from '#shared/codes/endpoints'
import { beginDraft, publishDraft, saveDraft } from '#shared/drafts/endpoints'
import { aDraftItem, aDraftOf } from '../support/a-draft'
import { someAlertSettings } from '../support/alert-settings'
import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { tooSmall, tooWide } from './support/legibility'
import { openReader, type Reader } from './support/open-reader'
import { paleInBothSchemes } from './support/pale-in-both-schemes'
import { settle } from './support/screen'

const OWNER = 'first-owner'

let desk: DeskCloud
let pages: Record<string, string>

async function aDraft(number: number): Promise<{ id: string; revision: number }> {
  const items = [
    aDraftItem({ title: { zh: '市场监管总局处罚3100起', en: 'Penalties Imposed in 3,200 Cases' } }),
    aDraftItem({ key: 'item2', body: { zh: null, en: null } }),
  ]
  const { id } = await desk.call(beginDraft, {}, OWNER)
  const issue = aDraftOf(items, {
    number,
    series: { title: { zh: '数据周报', en: 'Weekly Data Review' }, number },
  })
  await desk.call(saveDraft, { id, revision: 1, issue, differences: [], dismissed: [] }, OWNER)
  return { id, revision: 2 }
}

beforeAll(async () => {
  desk = await startDeskCloud({ siteDir: join(__dirname, '../../dist/h5') })
  await desk.appoint(OWNER, 'owner', '王律师')
  await desk.database
    .collection('settings')
    .doc('alerts')
    .set({ data: { ...someAlertSettings() } })
  const open = await aDraft(41)
  const published = await aDraft(42)
  const { draft } = await desk.call(
    publishDraft,
    { ...published, at: null, withAlerts: true, note: null },
    OWNER,
  )
  const target = { kind: 'issue' as const, issueId: '42' }
  await desk.call(createCode, { channel: '第 42 期封底', target }, OWNER)
  pages = {
    check: `check/index?id=${open.id}`,
    preview: `preview/index?id=${open.id}`,
    publish: `publish/index?id=${open.id}`,
    'publish-done': `publish/index?id=${draft.id}`,
    watch: 'watch/index',
    'watch-issue': `watch/issue/index?id=${draft.publication.issueId}`,
    codes: 'codes/index',
    settings: 'settings/index',
    series: 'settings/series/index?id=weekly-data-review',
    alerts: 'settings/alerts/index',
    firm: 'settings/firm/index',
    editors: 'settings/editors/index',
    audit: 'settings/audit/index',
  }
}, 60_000)
afterAll(() => desk.close())

type Look = (page: Page) => Promise<string[]>

const small: Look = (page) => page.evaluate(tooSmall)
const wide: Look = (page) => page.evaluate(tooWide)

/** Each page is opened once, and looked at in each way and width. */
async function onEveryPage(
  { page }: Reader,
  looks: readonly Look[],
  widths: readonly (number | null)[] = [null],
): Promise<string[]> {
  const found: string[] = []
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`${desk.cloud.url}?as=${OWNER}#/editor/${path}`)
    await settle(page)
    for (const width of widths) {
      if (width !== null) await page.setViewportSize({ width, height: 800 })
      for (const look of looks)
        found.push(...(await look(page)).map((what) => `${name}, ${width ?? 'as it is'}: ${what}`))
    }
  }
  return found
}

describe('every page of the desk', () => {
  it('has enough contrast in both schemes, and can be tapped with a finger, on a phone', async () => {
    expect(await onEveryPage(await openReader('phone'), [paleInBothSchemes, small])).toEqual([])
  }, 60_000)

  it('can be tapped with a finger on a desktop', async () => {
    expect(await onEveryPage(await openReader('desktop'), [small])).toEqual([])
  }, 60_000)

  it.each(['zh-CN', 'en-US'])(
    'fits into narrow and wide windows with the largest text, in %s',
    async (locale) => {
      const reader = await openReader('phone', { locale })
      await reader.page.goto(`${desk.cloud.url}?as=${OWNER}#/pages/mine/index`)
      await settle(reader.page)
      await reader.page.getByRole('radiogroup').nth(1).getByRole('radio').last().tap()
      const found = await onEveryPage(reader, [wide], [320, 899, 900, 1280])
      expect(found).toEqual([])
    },
    120_000,
  )
})
