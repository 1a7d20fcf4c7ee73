import { launchBrowser } from './launch-browser'
import { startServer } from './start-server'

declare global {
  /** Ends what `setUp` started; jest runs its set-up and its tear-down as files that share nothing else. */
  var endBrowserTests: (() => Promise<void>) | undefined
}

/** One server and one browser for all tests, which find them in the environment. */
export default async function setUp(): Promise<void> {
  const server = await startServer()
  globalThis.endBrowserTests = server.stop
  const browser = await launchBrowser()
  globalThis.endBrowserTests = async () => {
    await browser.close()
    await server.stop()
  }
  process.env.READING_ROOM_URL = server.url
  process.env.BROWSER_ENDPOINT = browser.wsEndpoint()
}
