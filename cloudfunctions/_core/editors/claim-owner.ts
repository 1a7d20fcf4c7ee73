import type { Role } from '#shared/editors/endpoints'
import { AppError } from '#shared/errors'
import { enterAudit } from '../audit/audit'
import { enterRefusal } from '../audit/enter-refusal'
import type { Transaction } from '../transaction'
import { changeEditors } from './change-editors'
import { byEditor, editorKey } from './editor'
import { isSameCode, ownerCode } from './owner-code'
import { putEditor } from './put-editor'
import { hasOwner, readEditors } from './read-editors'

/** Wrong codes an hour, of all callers together: more would be guessing. */
const MOST_GUESSES = 10

type Claim = { code: string; name: string; openid: string; now: number }
type Outcome = 'owner' | 'claimed' | 'wrong' | 'too-many'

/** Makes the caller the owner, where there is none and the code is right. Who is owner stays so. */
export async function claimOwner(claim: Claim): Promise<{ role: Role }> {
  const { openid, now } = claim
  const editors = await readEditors()
  // Once there is an owner, a call costs nothing that would hold editors up.
  const expected = hasOwner(editors) ? null : ownerCode()
  const isOwner = editors.some((each) => each.openid === openid && each.role === 'owner')
  const outcome = isOwner ? 'owner' : expected === null ? 'claimed' : await attempt(claim, expected)
  if (outcome === 'owner') return { role: 'owner' }
  if (outcome === 'wrong') throw new AppError('FORBIDDEN', 'The code is wrong.')
  const by = editors.find((each) => each.openid === openid)?.name ?? ''
  await enterRefusal({ openid, by, call: 'editor/claim', now })
  if (outcome === 'claimed') throw new AppError('FORBIDDEN', 'Nobody can become owner by a code now.')
  throw new AppError('CONFLICT', 'Too many wrong codes were entered: try again in an hour.')
}

/** The guess is counted in the same step that compares it: however many guess at once, no more are compared. */
function attempt(claim: Claim, expected: string): Promise<Outcome> {
  return changeEditors<Outcome>(async (transaction, editors) => {
    const { openid, code, name, now } = claim
    if (editors.some((each) => each.openid === openid && each.role === 'owner')) return 'owner'
    if (hasOwner(editors)) return 'claimed'
    const guesses = await guessesOf(transaction, now)
    if (guesses.callers.length >= MOST_GUESSES) return 'too-many'
    if (!isSameCode(code, expected)) {
      await guesses.enter(editorKey(openid))
      return 'wrong'
    }
    const former = editors.find((each) => each.openid === openid)
    const owner = { openid, role: 'owner', name } as const
    await putEditor(transaction, owner, now)
    await enterAudit(transaction, {
      id: `claim-${editorKey(openid)}-${now}`,
      at: now,
      ...byEditor(owner),
      act: 'claim',
      subject: name,
      before: former ? { role: former.role } : null,
      after: { role: 'owner' },
    })
    return 'owner'
  })
}

/** The wrong codes of an hour: one line in the audit trail, which is the count as well. */
async function guessesOf(transaction: Transaction, now: number) {
  const id = `wrong-code-${new Date(now).toISOString().slice(0, 13)}`
  const stored = await transaction.get('audit', id)
  const callers = (stored?.after as { callers: string[] } | undefined)?.callers ?? []
  return {
    callers,
    enter: (caller: string) =>
      enterAudit(transaction, {
        id,
        at: Number(stored?.at ?? now),
        byKey: '',
        by: '',
        act: 'wrong-code',
        subject: '',
        before: null,
        after: { callers: [...callers, caller] },
      }),
  }
}
