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
  it.each(['light', 'dark'] as const)('in the %s scheme, in each language', async (colorScheme) => {
    const reader = await openReader(device, { colorScheme })
    const pictures: Buffer[] = []
    for (const mode of readingModes) {
      await openMine(reader)
      await choose(reader, topSwitch(reader.page), mode)
      for (const [name, open] of Object.entries(screens)) {
        await open(reader)
        const path = (part: string) => join(folder, `${device}-${name}${part}-${mode}-${colorScheme}.png`)
        pictures.push(await reader.page.screenshot({ path: path('') }))
        if (name !== 'issue') continue
        await shownPage(reader.page).evaluate((page) => page.scrollBy(0, window.innerHeight * 0.9))
        await settle(reader.page)
        pictures.push(await reader.page.screenshot({ path: path('-text') }))
      }
    }
    expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(pictures.length)
  })
})
