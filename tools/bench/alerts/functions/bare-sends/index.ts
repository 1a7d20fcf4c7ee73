import { sendSubscribeMessage } from '#core/wx'
import { aMessage, anOpenid } from '../../a-message'

type Order = { group: string; count: number; page: string; concurrency: number }

/** Sends with nothing else to do: as fast as this SDK can. */
export async function main({ group, count, page, concurrency }: Order): Promise<void> {
  let next = 0
  const sender = async () => {
    while (next < count) {
      next += 1
      await sendSubscribeMessage(aMessage(anOpenid(group, next), page))
    }
  }
  await Promise.all(Array.from({ length: concurrency }, sender))
}
