import { database, sendSubscribeMessage } from '#core/wx'
import { aMessage } from '../../a-message'

/** As the usual mini-program does it: one after the other, and after each its row is deleted. */
export async function main({ page, count }: { page: string; count: number }): Promise<void> {
  const rows = database.collection('usualRows')
  const { data } = await rows.where({ isDone: false }).limit(count).get()
  for (const { _id, openid } of data) {
    await sendSubscribeMessage(aMessage(String(openid), page))
    await rows.where({ _id }).remove()
  }
}
