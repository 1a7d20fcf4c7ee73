import { AppError } from '#shared/errors'
import type { Command } from './command'
import { publishWithAlerts } from './publish-with-alerts'
import { withDesk } from './with-desk'

/** Shows a draft to readers and tells those who asked. */
export const publish: Command = {
  usage: 'publish ID [--no-alerts]',
  option: '--no-alerts',
  run: (id, withoutAlerts) =>
    withDesk(async (desk) => {
      const draft = await desk.findDraft(id)
      if (!draft) throw new AppError('NOT_FOUND', `There is no draft ${id}. Import its document first.`)
      await (withoutAlerts ? desk.publish(id, false) : publishWithAlerts(desk, id))
    }),
}
