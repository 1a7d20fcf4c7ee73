import type { CDPSession } from 'playwright-core'
import { openReader } from './support/open-reader'
import { screens } from './support/screens'

it('draws every text with the pinned fonts, so that pictures are the same everywhere', async () => {
  const reader = await openReader('phone')
  for (const open of Object.values(screens)) {
    await open(reader)
    const devtools = await reader.context.newCDPSession(reader.page)

    const fonts = await fontsOf(devtools)

    expect(fonts.filter(({ pinned }) => !pinned)).toEqual([])
    expect(fonts.some(({ name }) => name.startsWith('Noto Sans SC'))).toBe(true)
  }
})

it('draws a Chinese title with the pinned serif', async () => {
  const reader = await openReader('phone')
  await screens.list?.(reader)
  const devtools = await reader.context.newCDPSession(reader.page)

  const [font, ...others] = await fontsOf(devtools, '[role=heading][aria-level="1"]')

  expect(font?.name).toContain('Noto Serif SC')
  expect(font?.pinned).toBe(true)
  expect(others).toEqual([])
})

type DrawnFont = { name: string; pinned: boolean; node: string }

/** What Chromium really drew with, in the nodes that a selector finds. */
async function fontsOf(devtools: CDPSession, selector = 'body *'): Promise<DrawnFont[]> {
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
  const drawn = new Map<string, DrawnFont>()
  for (const nodeId of nodeIds) {
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName, isCustomFont } of fonts) {
      if (drawn.has(familyName)) continue
      const { outerHTML } = await devtools.send('DOM.getOuterHTML', { nodeId })
      drawn.set(familyName, { name: familyName, pinned: isCustomFont, node: outerHTML })
    }
  }
  return [...drawn.values()]
}
