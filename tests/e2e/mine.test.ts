import type { Locator } from 'playwright-core'
import type { Words } from '#reader/words'
import { wordsEn } from '#reader/words-en'
import { wordsZh } from '#reader/words-zh'
import { devices, openReader } from './support/open-reader'
import { itemsIn, longestSample, sampleIssues } from './support/samples'
import { choose, openList, openMine, press, rows, settle, shownPage, topSwitch } from './support/screen'

describe.each(devices)("a reader's own page on a %s", (device) => {
  it('opens from the tab bar', async () => {
    const reader = await openReader(device)
    await openList(reader)

    await press(reader, reader.page.getByText(wordsZh.mine, { exact: true }).filter({ visible: true }))
    await settle(reader.page)

    expect(new URL(reader.page.url()).hash).toBe('#/pages/mine/index')
    expect(await shownPage(reader.page).getByRole('heading').allTextContents()).toEqual(
      expect.arrayContaining(settingsIn(wordsZh)),
    )
  })

  it('leads to the editors’ desk at its end', async () => {
    const reader = await openReader(device)
    await openMine(reader)

    await press(reader, shownPage(reader.page).getByRole('link', { name: wordsZh.desk }))
    await settle(reader.page)

    expect(new URL(reader.page.url()).hash).toMatch(/^#\/editor\/desk\/index/u)
    expect(await shownPage(reader.page).getByRole('heading', { level: 1 }).textContent()).toBe(wordsZh.desk)
  })

  it('sets the language of everything, the interface included', async () => {
    const reader = await openReader(device)
    await openMine(reader)

    await choose(reader, topSwitch(reader.page), 'en')

    expect(await shownPage(reader.page).getByRole('heading').allTextContents()).toEqual(
      expect.arrayContaining(settingsIn(wordsEn)),
    )
    await openList(reader)
    expect(await topSwitch(reader.page).getByRole('radio', { checked: true }).textContent()).toBe('EN')
  })

  it('deletes nothing at the second of two quick taps', async () => {
    const reader = await openReader(device)
    await openMine(reader)
    const remove = shownPage(reader.page).getByRole('button', { name: wordsZh.deleteHeld })
    await remove.scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await remove.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }

    await press(reader, remove)

    const confirm = shownPage(reader.page).getByRole('button', { name: wordsZh.confirmDelete })
    const there = await confirm.boundingBox()
    expect(there && there.x < x + width && there.x + there.width > x && there.y < y + height).toBe(false)
  })

  it('sets the size of texts in four steps, which hold on every page', async () => {
    const reader = await openReader(device)
    await openMine(reader)
    const steps = shownPage(reader.page)
      .getByRole('radiogroup', { name: wordsZh.textSize })
      .getByRole('radio')

    const headline = itemsIn(sampleIssues()[0] ?? longestSample())[0]?.title.zh ?? ''
    const samples: number[] = []
    const titles: number[] = []
    for (let step = 0; step < 4; step++) {
      await openMine(reader)
      await press(reader, steps.nth(step))
      await steps.nth(step).and(reader.page.locator('[aria-checked=true]')).waitFor()
      samples.push(await fontSizeOf(shownPage(reader.page).getByText(wordsZh.textSample)))
      await openList(reader)
      titles.push(await fontSizeOf(rows(reader.page).first().getByText(headline)))
    }

    await openMine(reader)
    expect(await steps.count()).toBe(samples.length)
    for (const sizes of [samples, titles])
      expect(sizes).toEqual([...new Set(sizes)].sort((one, other) => one - other))
  })
})

function settingsIn(words: Words): string[] {
  return [words.defaultLanguage, words.textSize, words.about, words.contact]
}

function fontSizeOf(node: Locator): Promise<number> {
  return node.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
}
