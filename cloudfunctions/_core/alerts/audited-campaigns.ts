import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { enterAudit } from '../audit/audit'
import { byEditor, type Editor } from '../editors/editor'
import { fromStored } from '../from-stored'
import { inTransaction } from '../transaction'
import type { AlertStore } from './alert-store'
import type { Campaign } from './campaign'
import { cloudCampaigns } from './cloud-campaigns'

/** Campaigns as an editor changes them: each change and its entry in the audit trail are one step. */
export function auditedCampaigns(act: string, editor: Editor, at: number): AlertStore['campaigns'] {
  return {
    ...cloudCampaigns,
    change(id, from, fields) {
      const entry = `${act}:${id}:${randomUUID()}`
      return inTransaction(async (transaction) => {
        const stored = await transaction.get('campaigns', id)
        if (!stored) return false
        const before = fromStored<Campaign>(stored)
        const after = { ...before, ...fields }
        // Another has done the same, or it was ours, of which only the answer was lost.
        if (isDeepStrictEqual(before, after)) return true
        if (!from.includes(before.state)) return false
        const { id: _, ...changed } = after
        await transaction.set('campaigns', id, changed)
        await enterAudit(transaction, {
          id: entry,
          at,
          ...byEditor(editor),
          act,
          subject: id,
          before: shown(before),
          after: shown(after),
        })
        return true
      })
    },
  }
}

function shown({ state, reason, round }: Campaign): Pick<Campaign, 'state' | 'reason' | 'round'> {
  return { state, reason, round }
}
