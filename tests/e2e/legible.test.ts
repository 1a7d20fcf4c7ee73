import { type ReadingMode, readingModes } from '#shared/newsletter/reading'
import { tooSmall, tooWide } from './support/legibility'
import { devices, openReader, type Reader } from './support/open-reader'
import { paleInBothSchemes } from './support/pale-in-both-schemes'
import { longestSample } from './support/samples'
import { choose, openIssue, openList, openMine, press, settle, shownPage, topSwitch } from './support/screen'
import { screens } from './support/screens'

describe('every page', () => {
  it.each(devices)('can be tapped with a finger, on a %s', async (device) => {
    const reader = await openReader(device)
    const found: string[] = []
    for (const [name, open] of Object.entries(screens)) {
      await open(reader)
      found.push(...(await reader.page.evaluate(tooSmall)).map((what) => `${name}: ${what}`))
    }
    expect(found).toEqual([])
  })

  it.each(readingModes)(
    'has enough contrast in both schemes, and fits into narrow and wide windows with the largest text, in the mode %s',
    async (mode) => {
      const reader = await openReader('phone')
      await prefer(reader, mode)

      const found: string[] = []
      for (const [name, open] of Object.entries(screens)) {
        await open(reader)
        found.push(...(await paleInBothSchemes(reader.page)).map((what) => `${name}, ${what}`))
        for (const width of [320, 390, 899, 900, 1280]) {
          await reader.page.setViewportSize({ width, height: 800 })
          found.push(
            ...(await reader.page.evaluate(tooWide)).map((what) => `${name} at ${width} px: ${what}`),
          )
        }
      }
      expect(found).toEqual([])
    },
  )
})

it.each(devices)('nothing jumps while a page loads, on a %s', async (device) => {
  for (const open of [openList, openLongest, openMine]) {
    const reader = await openReader(device)
    await reader.context.addInitScript(recordShifts)

    await open(reader)

    const shifts = await reader.page.evaluate(() => window.shifts)
    expect(shifts.filter(({ value, moved }) => value > 0.01 && !moved.every(isTarosOwn))).toEqual([])
  }
})

/** Taro's frame makes room for a tab bar before it knows that the page has none; only a browser has this frame. */
const isTarosOwn = (name: string) => name.startsWith('taro-tabbar')

const openLongest = (reader: Reader) => openIssue(reader, longestSample().id)

declare global {
  interface Window {
    shifts: { value: number; moved: string[] }[]
  }
}

/** Runs in the page, before anything is drawn. */
function recordShifts(): void {
  type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] }
  window.shifts = []
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[])
      window.shifts.push({
        value,
        moved: sources.map(({ node }) => (node instanceof Element ? node.className : '')),
      })
  }).observe({ type: 'layout-shift', buffered: true })
}

/** The largest text and a language, chosen where a reader chooses them. */
async function prefer(reader: Reader, mode: ReadingMode): Promise<void> {
  await openMine(reader)
  await choose(reader, topSwitch(reader.page), mode)
  await press(reader, shownPage(reader.page).getByRole('radiogroup').nth(1).getByRole('radio').last())
  await settle(reader.page)
}
