import { editorKey } from '../editors/editor'
import { isDuplicateKey } from '../is-duplicate-key'
import { database } from '../wx'

const { command } = database
const audit = () => database.collection('audit')

/** Somebody who called what they may not. */
export type Refused = {
  openid: string
  /** Of an editor who called what is for owners; '' for a reader. */
  by: string
  /** As `editor/publish`, or `unknown`: the caller's own words stand nowhere. */
  call: string
  now: number
}

/**
 * Enters a refusal: one line an hour and caller, which counts, so that nobody can fill the trail. Where it cannot be
 * written the call is refused all the same, and the log tells of it.
 */
export async function enterRefusal(refused: Refused): Promise<void> {
  try {
    await count(refused)
  } catch (thrown) {
    console.warn(`A refused call of ${refused.call} could not be entered in the audit trail:`, thrown)
  }
}

async function count({ openid, by, call, now }: Refused): Promise<void> {
  const key = editorKey(openid)
  const id = `refused-${new Date(now).toISOString().slice(0, 13)}-${key}`
  const increase = () =>
    audit()
      .where({ _id: id })
      .update({ data: { [`after.calls.${call}`]: command.inc(1) } })
  if ((await increase()).stats.updated > 0) return
  const entry = { at: now, byKey: key, by, act: 'refused', subject: key, before: null }
  try {
    await audit().add({ data: { _id: id, ...entry, after: { calls: { [call]: 1 } } } })
  } catch (thrown) {
    if (!isDuplicateKey(thrown)) throw thrown
    await increase()
  }
}
