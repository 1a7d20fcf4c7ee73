import type { Changes } from '../changes'
import type { Environment } from '../data/environment'
import type { Store } from '../database/store'
import type { Transactions } from '../database/transactions/transactions'
import type { CloudFunctions } from '../functions/cloud-functions'
import type { Files } from '../storage/files'

/** All that an export holds, and what an import must tell that everything has become another. */
export type Data = {
  environment: Environment
  store: Store
  files: Files
  transactions: Transactions
  functions: CloudFunctions
  changes: Changes
}
