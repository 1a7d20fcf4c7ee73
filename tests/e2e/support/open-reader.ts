import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { pinnedFontsScript } from './pinned-fonts'

export type Device = 'phone' | 'desktop'

export const devices: readonly Device[] = ['phone', 'desktop']

const settings: Record<Device, BrowserContextOptions> = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 } },
}

export type Reader = { page: Page; context: BrowserContext; device: Device }

jest.setTimeout(30_000)

let browser: Browser
let contexts: BrowserContext[] = []
let unexpected: string[] = []
const fonts = pinnedFontsScript()

beforeAll(async () => {
  browser = await chromium.connect(process.env.BROWSER_ENDPOINT ?? '')
})

afterAll(() => browser.close())

/** Whatever a test looks at: the page logs no error, and asks nobody but this machine. */
afterEach(async () => {
  const found = unexpected
  unexpected = []
  await Promise.all(contexts.map((context) => context.close()))
  contexts = []
  expect(found).toEqual([])
})

/** For a test whose very subject makes the browser complain: the complaints so far, which then count as expected. */
export function takeComplaints(): string[] {
  const taken = unexpected
  unexpected = []
  return taken
}

/** A reader who was never here before, in Chinese unless told otherwise, in a window with the pinned fonts. */
export async function openReader(device: Device, more: BrowserContextOptions = {}): Promise<Reader> {
  const context = await browser.newContext({ locale: 'zh-CN', ...settings[device], ...more })
  contexts.push(context)
  // Before the test's own limit, so that a failure names the step.
  context.setDefaultTimeout(20_000)
  await context.addInitScript({ content: fonts })
  context.on('console', (message) => {
    if (message.type() === 'error') unexpected.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => unexpected.push(`uncaught: ${error.error().message}`))
  context.on('request', (request) => {
    if (!isHere(request.url())) unexpected.push(`request: ${request.url()}`)
  })
  return { page: await context.newPage(), context, device }
}

function isHere(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:'
}
