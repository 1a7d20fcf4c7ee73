import { withDesk } from './with-desk'

/** Takes an issue away from readers; its draft stays. */
export const withdraw = {
  usage: 'withdraw ID',
  async run(args: string[]): Promise<number> {
    const [id] = args
    if (id === undefined || args.length > 1 || id.startsWith('--')) {
      process.stderr.write(`Usage: npm run newsletter -- ${withdraw.usage}\n`)
      return 2
    }
    return withDesk((desk) => desk.withdraw(id))
  },
}
