import { writeEach } from '../../../../../tools/local-cloud/database/actions/write-each'
import { ScanWarnings } from '../../../../../tools/local-cloud/database/scan-warnings'
import { Transaction } from '../../../../../tools/local-cloud/database/transactions/transaction'
import { aCollection, anIndex, openTemporaryStore } from '../../../../support/temporary-store'

const COUNT = 1000

it.each<[string, (transaction: Transaction) => void, number]>([
  ['is over', (transaction) => transaction.end(), 0],
  ['commits what it has', (transaction) => transaction.commit(), 200],
])('is refused what is under way when it %s, and holds nothing', async (_how, end, changed) => {
  const { store, close } = await openTemporaryStore({ c: aCollection(anIndex('n', [['n', 1]], true)) })
  const ids = Array.from({ length: COUNT }, (_, n) => `id${n}`)
  store.write(() => {
    for (const [n, _id] of ids.entries()) store.put('c', _id, { _id, n }, null)
  })
  const transaction = new Transaction('t', store)
  const writing = writeEach(
    transaction,
    { collection: 'c', query: {}, isMany: true },
    new ScanWarnings(() => {}),
    (writer, { id, fields }) => {
      writer.put('c', id, { ...fields, isChanged: true }, fields)
      return true
    },
  )
  // The first of its parts is done, and the next not begun.
  end(transaction)
  await expect(writing).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  for (const id of ids) expect(() => store.locks.assertFree('c', id)).not.toThrow()
  expect([...store.documents('c')].filter(({ fields }) => fields.isChanged)).toHaveLength(changed)
  await close()
})
