import type { Transaction } from '../transaction'
import { type Editor, editorKey } from './editor'

export async function putEditor(
  transaction: Transaction,
  { openid, role, name }: Editor,
  since: number,
): Promise<void> {
  await transaction.set('editors', openid, { role, key: editorKey(openid), name, since })
}
