import { openReader } from './support/open-reader'
import { longestSample } from './support/samples'
import { itemsOf, openIssue, openList, rows, settle, shownPage, titleOf, topSwitch } from './support/screen'

describe('a screen reader', () => {
  it('is told the name of each switch, its choices, and which one is chosen', async () => {
    const reader = await openReader('phone')
    await openIssue(reader, longestSample().id)

    const switches = shownPage(reader.page).getByRole('radiogroup')
    const names = await switches.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
    expect(new Set(names).size).toBe(2)
    for (const one of await switches.all()) {
      const choices = one.getByRole('radio')
      const spoken = await choices.evaluateAll((all) =>
        all.map((choice) => choice.getAttribute('aria-label')),
      )
      expect(spoken).toEqual(['中文', '英文', '中英双语'])
      expect(await one.getByRole('radio', { checked: true }).count()).toBe(1)
      expect(await one.getByRole('radio', { checked: false }).count()).toBe(2)
    }
  })

  it('finds the headings of an issue in their order: the issue, its sections, their items', async () => {
    const reader = await openReader('phone')
    const issue = longestSample()
    await openIssue(reader, issue.id)

    const page = shownPage(reader.page)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    const sections = await page.getByRole('heading', { level: 2 }).allTextContents()
    expect(sections).toEqual(expect.arrayContaining(issue.sections.map(({ title }) => title.zh)))
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(await itemsOf(reader.page).count())
  })
})

describe('a keyboard alone', () => {
  it.each(['Enter', ' '])('opens an issue and switches an item, with the key "%s"', async (key) => {
    const reader = await openReader('desktop')
    await openList(reader)

    await rows(reader.page).nth(1).focus()
    await reader.page.keyboard.press(key)
    await itemsOf(reader.page).first().waitFor()
    await settle(reader.page)

    const item = itemsOf(reader.page).first()
    const chinese = await titleOf(item).textContent()
    await item.getByRole('radio').nth(1).focus()
    await reader.page.keyboard.press(key)
    await settle(reader.page)

    expect(await titleOf(item).textContent()).not.toBe(chinese)
  })

  it('reaches every choice of the default by the tab key, and shows where it is', async () => {
    const reader = await openReader('desktop')
    await openList(reader)
    const reached: string[] = []

    for (let presses = 0; presses < 12; presses++) {
      await reader.page.keyboard.press('Tab')
      const focused = await reader.page.evaluate(() => {
        const element = document.activeElement
        const ring = element && getComputedStyle(element)
        return { name: element?.getAttribute('aria-label'), ring: ring ? ring.outlineStyle : 'none' }
      })
      if (focused.name) {
        expect(focused.ring).not.toBe('none')
        reached.push(focused.name)
      }
    }

    const names = await topSwitch(reader.page)
      .getByRole('radio')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
    expect(reached).toEqual(expect.arrayContaining(names))
  })
})
