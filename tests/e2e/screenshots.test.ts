import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readingModes } from '#shared/newsletter/reading'
import { devices, openReader } from './support/open-reader'
import { choose, openMine, settle, shownPage, topSwitch } from './support/screen'
import { screens } from './support/screens'

const folder = join(__dirname, 'screenshots')
mkdirSync(folder, { recursive: true })

/** For people to look at, and kept out of the repository: nothing compares them. */
describe.each(devices)('a picture of every page on a %s', (device) => {
  it('in each scheme and language', async () => {
    const reader = await openReader(device)
    const pictures: Buffer[] = []
    const take = async (name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await reader.page.emulateMedia({ colorScheme })
        const path = join(folder, `${device}-${name}-${colorScheme}.png`)
        pictures.push(await reader.page.screenshot({ path }))
      }
    }
    for (const mode of readingModes) {
      await openMine(reader)
      await choose(reader, topSwitch(reader.page), mode)
      for (const [name, open] of Object.entries(screens)) {
        await open(reader)
        await take(`${name}-${mode}`)
        if (name !== 'issue') continue
        await shownPage(reader.page).evaluate((page) => page.scrollBy(0, window.innerHeight * 0.9))
        await settle(reader.page)
        await take(`${name}-text-${mode}`)
      }
    }
    expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(pictures.length)
  }, 60_000)
})
