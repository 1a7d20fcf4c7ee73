import type { Command } from './command'
import { withDesk } from './with-desk'

/** Takes an issue away from readers; its draft stays. */
export const withdraw: Command = {
  usage: 'withdraw ID',
  run: (id) => withDesk((desk) => desk.withdraw(id)),
}
