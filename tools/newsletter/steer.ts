import type { Command } from './command'
import type { Desk } from './desk'
import { withDesk } from './with-desk'

/** Commands that do one thing with a campaign. */
const steer = (name: string, work: (desk: Desk, id: string) => Promise<void>): Command => ({
  usage: `${name} ID`,
  run: (id) => withDesk((desk) => work(desk, id)),
})

export const pause = steer('pause', (desk, id) => desk.pause(id))
export const resume = steer('resume', (desk, id) => desk.resume(id))
export const cancel = steer('cancel', (desk, id) => desk.cancel(id))
export const sendAgain = steer('send-again', async (desk, id) => {
  process.stdout.write(`${await desk.sendAgain(id)} are sent once more.\n`)
})
