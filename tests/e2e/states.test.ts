import { wordsZh } from '#reader/words-zh'
import { showItem } from '#shared/newsletter/shown-item'
import { devices, openReader } from './support/open-reader'
import { itemsIn, sampleIssues } from './support/samples'
import { choose, itemsOf, openIssue, press, rows, settle, shownPage } from './support/screen'

describe.each(devices)('on a %s', (device) => {
  it.each(['no-such-issue', '<b>'])('an issue called "%.20s" is not found, and leads home', async (id) => {
    const reader = await openReader(device)

    await openIssue(reader, id)

    expect(await shownPage(reader.page).getByRole('heading').allTextContents()).toEqual([wordsZh.absent])
    await press(reader, shownPage(reader.page).getByRole('button'))
    await rows(reader.page).first().waitFor()
  })

  it('says in both languages that a half is missing, and shows the other one', async () => {
    const { issue, index, item } = itemWithoutEnglish()
    const reader = await openReader(device)
    await openIssue(reader, issue.id)
    const shown = itemsOf(reader.page).nth(index)
    const chinese = showItem(item, 'zh')[0]?.body?.paragraphs[0]?.[0]?.text ?? ''

    for (const mode of ['en', 'both'] as const) {
      await choose(reader, shown.getByRole('radiogroup'), mode)
      await settle(reader.page)

      const note = await shown.locator('.half .missing').textContent()
      expect(note).toMatch(/\p{Script=Han}{4}/u)
      expect(note).toMatch(/English/u)
      expect((await shown.textContent())?.split(chinese)).toHaveLength(2)
    }
  })
})

function itemWithoutEnglish() {
  for (const issue of sampleIssues()) {
    const items = itemsIn(issue)
    const index = items.findIndex(({ body }) => body.en === null)
    const item = items[index]
    if (item) return { issue, index, item }
  }
  throw new Error('No sample lacks an English half.')
}
