import { AppError } from '#shared/errors'
import type { Command } from './command'
import { withDesk } from './with-desk'

/** Shows a draft to readers. There are no alerts yet, so `--no-alerts` is how every issue is published. */
export const publish: Command = {
  usage: 'publish ID [--no-alerts]',
  option: '--no-alerts',
  run: (id) =>
    withDesk(async (desk) => {
      const draft = await desk.findDraft(id)
      if (!draft) throw new AppError('NOT_FOUND', `There is no draft ${id}. Import its document first.`)
      await desk.publish(draft.issue)
    }),
}
