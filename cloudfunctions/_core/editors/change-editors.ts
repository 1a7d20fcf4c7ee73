import { AppError } from '#shared/errors'
import { passFence } from '../pass-fence'
import { inTransaction, type Transaction } from '../transaction'
import type { Editor } from './editor'
import { readEditors, type StoredEditor } from './read-editors'

/** One act after the other: what each finds of editors still holds when it is done. */
export function changeEditors<T>(
  work: (transaction: Transaction, editors: readonly StoredEditor[]) => Promise<T>,
): Promise<T> {
  return inTransaction(async (transaction) => {
    await passFence(transaction, 'editors')
    return work(transaction, await readEditors())
  })
}

/** For acts of owners: their role may have been taken back since the call began. */
export function requireStillOwner(editors: readonly StoredEditor[], { openid }: Editor): void {
  if (editors.some((each) => each.openid === openid && each.role === 'owner')) return
  throw new AppError('FORBIDDEN', 'This is for owners only.')
}
