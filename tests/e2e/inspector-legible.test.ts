import type { Page } from 'playwright-core'
import { openInspector } from './support/inspector-page'
import { openReader, takeComplaints } from './support/open-reader'
import { paleInBothSchemes } from './support/pale-in-both-schemes'
import { sampleIssues } from './support/samples'

const server = process.env.READING_ROOM_URL ?? ''
const id = sampleIssues()[0]?.id

const panels = [
  'readers',
  'readers/somebody-new',
  `documents/issues?id=${id}`,
  'documents/nothing',
  'files',
  'functions/issues',
  'timers',
  'clock',
  'wechat',
  'faults',
  'data',
]

async function show(page: Page, panel: string): Promise<void> {
  // Loaded anew, a panel says that it is loading from its first moment on.
  await page.goto('about:blank')
  await openInspector(page, server, panel)
  await page.locator('.loading').first().waitFor({ state: 'detached' })
  // A few lines of a document are as good as all.
  await page.evaluate(() => {
    for (const part of [...document.querySelectorAll('.json span')].slice(60)) part.remove()
  })
}

it('every panel has enough contrast in both schemes, and fits into narrow and wide windows', async () => {
  const { page } = await openReader('desktop')
  const found: string[] = []
  for (const panel of panels) {
    await show(page, panel)
    for (const width of [320, 390, 760, 761, 1000, 1001, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const isWide = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('main, .pane')].some(
          (box) => box.scrollWidth > box.clientWidth,
        ),
      )
      if (isWide) found.push(`${panel} at ${width} px`)
      // Of three widths, each shows other columns.
      if ([390, 1000, 1280].includes(width))
        found.push(...(await paleInBothSchemes(page)).map((what) => `${panel} at ${width} px, ${what}`))
    }
  }
  expect(found).toEqual([])
  expectOnlyAbsentCollection()
}, 60_000)

/** The browser complains of it on its own account. */
function expectOnlyAbsentCollection(): void {
  for (const complaint of takeComplaints()) expect(complaint).toContain('status of 400')
}
