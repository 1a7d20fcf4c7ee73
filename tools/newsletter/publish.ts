import { AppError } from '#shared/errors'
import { withDesk } from './with-desk'

/** Shows a draft to readers. There are no alerts yet, so `--no-alerts` is how every issue is published. */
export const publish = {
  usage: 'publish ID [--no-alerts]',
  async run(args: string[]): Promise<number> {
    const ids = args.filter((arg) => arg !== '--no-alerts')
    const [id] = ids
    if (id === undefined || ids.length > 1 || id.startsWith('--')) {
      process.stderr.write(`Usage: npm run newsletter -- ${publish.usage}\n`)
      return 2
    }
    return withDesk(async (desk) => {
      const draft = await desk.findDraft(id)
      if (!draft) throw new AppError('NOT_FOUND', `There is no draft ${id}. Import its document first.`)
      await desk.publish(draft.issue)
    })
  },
}
