import { database } from '../wx'
import type { Editor } from './editor'
import { editorFrom } from './find-editor'

/** `since` in ms since 1970; null for one made by hand. */
export type StoredEditor = Editor & { since: number | null }

const MOST = 1_000

/** All who have a role, in the order in which they got it. */
export async function readEditors(): Promise<StoredEditor[]> {
  const { data } = await database.collection('editors').orderBy('_id', 'asc').limit(MOST).get()
  const editors = data.flatMap((stored) => {
    const editor = editorFrom(String(stored._id), stored)
    return editor ? [{ ...editor, since: typeof stored.since === 'number' ? stored.since : null }] : []
  })
  return editors.sort((one, other) => (one.since ?? 0) - (other.since ?? 0))
}

export function hasOwner(editors: readonly StoredEditor[]): boolean {
  return editors.some(({ role }) => role === 'owner')
}
