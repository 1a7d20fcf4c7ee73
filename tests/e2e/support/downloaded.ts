import type { Locator } from 'playwright-core'
import type { Reader } from './open-reader'
import { press } from './screen'

/** What a reader gets who presses something that is to be kept. */
export async function downloaded(
  reader: Reader,
  target: Locator,
): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([reader.page.waitForEvent('download'), press(reader, target)])
  // The browser is a server's, which gives away no path.
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk)
  return { name: download.suggestedFilename(), content: Buffer.concat(chunks) }
}
