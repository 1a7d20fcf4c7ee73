import { handleFor } from '#core/editors/serve-desk'
import { saveFirm } from '#core/firm/cloud-firm'
import { saveFirm as endpoint } from '#shared/firm/owner-endpoints'

/** How readers reach and follow the firm. */
export const firmHandlers = [
  handleFor('owner', endpoint, async ({ firm }, { editor, now }) => {
    await saveFirm(firm, editor, now.getTime())
    return {}
  }),
]
