import { RoleSchema } from '#shared/editors/endpoints'
import { database, type Fields } from '../wx'
import { type Editor, editorKey } from './editor'

/** Who has a role now; null for a reader. Nothing is remembered: a role that was taken back is gone at the next call. */
export async function findEditor(openid: string): Promise<Editor | null> {
  const { data } = await database.collection('editors').doc(openid).get()
  return editorFrom(openid, data)
}

/** What is stored of an editor; by hand it may have been made with the role alone. */
export function editorFrom(openid: string, stored: Fields | null | undefined): Editor | null {
  const role = RoleSchema.options.find((each) => each === stored?.role)
  if (!role) return null
  const name = typeof stored?.name === 'string' && stored.name !== '' ? stored.name : editorKey(openid)
  return { openid, role, name }
}
