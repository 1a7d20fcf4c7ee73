import { devices, openReader, type Reader } from './support/open-reader'
import { itemsIn, longestSample, sampleIssues } from './support/samples'
import {
  choose,
  itemsOf,
  openIssue,
  openList,
  press,
  rows,
  settle,
  shownPage,
  titleOf,
  topSwitch,
} from './support/screen'
import { titlesIn, titlesOf } from './support/titles'
import { topOf, topsWhile, untilBeingRead } from './support/tops-while'

const longestItems = itemsIn(longestSample())

describe.each(devices)('a reader on a %s', (device) => {
  it('sees the issues with the newest first', async () => {
    const reader = await openReader(device)

    await openList(reader)

    const shown = await rows(reader.page).allTextContents()
    const expected = sampleIssues().map((issue) => itemsIn(issue)[0]?.title.zh ?? '')
    expect(shown).toHaveLength(expected.length)
    for (const [index, title] of expected.entries()) expect(shown[index]).toContain(title)
  })

  it('opens an issue and goes back to the list as it was left', async () => {
    const reader = await openReader(device)
    await openList(reader)

    await press(reader, rows(reader.page).nth(1))
    await settle(reader.page)

    const [, opened] = sampleIssues()
    const titles = await itemsOf(reader.page).getByRole('heading', { level: 3 }).allTextContents()
    expect(titles).toEqual(opened && itemsIn(opened).map(({ title }) => title.zh))

    await reader.page.goBack()
    await settle(reader.page)

    expect(await rows(reader.page).count()).toBe(sampleIssues().length)
  })

  it('jumps from the contents to an item', async () => {
    const reader = await openReader(device)
    await openIssue(reader, longestSample().id)
    const title = longestItems[3]?.title.zh ?? ''

    await press(reader, shownPage(reader.page).getByRole('link', { name: title }).first())

    await untilBeingRead(itemsOf(reader.page).nth(3).getByRole('heading', { name: title }))
  })

  it.each(['in the middle', 'at the end'])(
    'switches an item %s of the issue while its title stays',
    async (where) => {
      const { reader, index } = await openAtItem(where)
      const item = itemsOf(reader.page).nth(index)
      const own = item.getByRole('radiogroup')

      for (const mode of ['en', 'both', 'zh'] as const) {
        const tops = await topsWhile(reader.page, titleOf(item), () => choose(reader, own, mode))
        expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(1)
        expect(await titlesOf(item)).toEqual(titlesIn(mode, longestItems[index]))
      }
    },
  )

  it.each(['in the middle', 'at the end'])(
    'switches everything from %s while what is read stays, in every frame and after many switches',
    async (where) => {
      const { reader, index } = await openAtItem(where)
      const title = titleOf(itemsOf(reader.page).nth(index))
      const before = await topOf(title)

      for (const mode of ['en', 'both', 'zh', 'both', 'en', 'zh', 'en', 'both', 'zh'] as const) {
        const tops = await topsWhile(reader.page, title, () => choose(reader, topSwitch(reader.page), mode))
        for (const top of tops) expect(Math.abs(top - before)).toBeLessThan(1)
      }
    },
  )

  it('switches everything on the list while the issue in sight stays', async () => {
    const reader = await openReader(device)
    await openList(reader)
    // Lower than any real one, so that the list is long enough to be scrolled.
    await reader.page.setViewportSize({ width: device === 'phone' ? 390 : 1280, height: 400 })
    const row = rows(reader.page).nth(2)
    await row.evaluate((element) => element.scrollIntoView({ block: 'start' }))
    await shownPage(reader.page).evaluate((page) => page.scrollBy(0, -60))
    await settle(reader.page)
    const before = await topOf(row)

    for (const mode of ['both', 'en', 'zh'] as const) {
      const tops = await topsWhile(reader.page, row, () => choose(reader, topSwitch(reader.page), mode))
      for (const top of tops) expect(Math.abs(top - before)).toBeLessThan(1)
    }
  })

  it('keeps an item as it was chosen when the default changes', async () => {
    const reader = await openReader(device)
    await openIssue(reader, longestSample().id)
    const items = itemsOf(reader.page)

    await choose(reader, items.nth(1).getByRole('radiogroup'), 'zh')
    await choose(reader, topSwitch(reader.page), 'en')
    await settle(reader.page)

    const shown = await Promise.all(longestItems.map((_, index) => titlesOf(items.nth(index))))
    expect(shown).toEqual(longestItems.map((item, index) => titlesIn(index === 1 ? 'zh' : 'en', item)))
  })

  it('finds the default again after a reload', async () => {
    const reader = await openReader(device)
    await openList(reader)
    await choose(reader, topSwitch(reader.page), 'both')
    await settle(reader.page)

    await reader.page.reload()
    await rows(reader.page).first().waitFor()
    await settle(reader.page)

    expect(await topSwitch(reader.page).getByRole('radio', { checked: true }).textContent()).toBe('双语')
    const second = sampleIssues()[1]
    expect(await rows(reader.page).nth(1).textContent()).toContain(second && itemsIn(second)[0]?.title.en)
  })

  /** With the title of the item in the upper half of the screen, as one who begins to read it has it. */
  async function openAtItem(where: string): Promise<{ reader: Reader; index: number }> {
    const reader = await openReader(device)
    const issue = longestSample()
    await openIssue(reader, issue.id)
    const index = where === 'at the end' ? longestItems.length - 1 : 2
    await itemsOf(reader.page)
      .nth(index)
      .evaluate((item) => item.scrollIntoView({ block: 'start' }))
    await shownPage(reader.page).evaluate((page) => page.scrollBy(0, -150))
    await settle(reader.page)
    return { reader, index }
  }
})
