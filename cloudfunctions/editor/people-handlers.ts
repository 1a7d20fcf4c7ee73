import { listAudit } from '#core/audit/list-audit'
import { acceptInvitation } from '#core/editors/accept-invitation'
import { claimOwner } from '#core/editors/claim-owner'
import { enterDesk } from '#core/editors/enter-desk'
import { inviteEditor } from '#core/editors/invite-editor'
import { listEditors } from '#core/editors/list-editors'
import { removeEditor } from '#core/editors/remove-editor'
import { handleFor } from '#core/editors/serve-desk'
import { handle } from '#core/serve'
import { signedIn } from '#core/subscriptions/signed-in'
import * as endpoints from '#shared/editors/endpoints'

/** For everybody: how one becomes an editor. */
export const openHandlers = [
  handle(endpoints.enterDesk, (_input, context) => enterDesk(signedIn(context))),
  handle(endpoints.claimOwner, ({ code, name }, context) =>
    claimOwner({ code, name, openid: signedIn(context), now: context.now.getTime() }),
  ),
  handle(endpoints.acceptInvitation, ({ token }, context) =>
    acceptInvitation({ token, openid: signedIn(context), now: context.now.getTime() }),
  ),
]

/** Who may work at the desk, and what was done there. */
export const peopleHandlers = [
  handleFor('owner', endpoints.inviteEditor, (input, { editor, now }) =>
    inviteEditor(input, editor, now.getTime()),
  ),
  handleFor('owner', endpoints.listEditors, (_input, { editor, now }) =>
    listEditors(editor.openid, now.getTime()),
  ),
  handleFor('owner', endpoints.removeEditor, async ({ key }, { editor, now }) => {
    await removeEditor(key, editor, now.getTime())
    return {}
  }),
  handleFor('owner', endpoints.listAudit, ({ cursor }) => listAudit(cursor)),
]
