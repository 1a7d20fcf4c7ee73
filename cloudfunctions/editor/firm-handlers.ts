import { handleFor } from '#core/editors/serve-desk'
import { saveFirm } from '#core/firm/cloud-firm'
import * as endpoints from '#shared/firm/endpoints'

/** How readers reach and follow the firm. */
export const firmHandlers = [
  handleFor('owner', endpoints.saveFirm, async ({ firm }, { editor, now }) => {
    await saveFirm(firm, editor, now.getTime())
    return {}
  }),
]
