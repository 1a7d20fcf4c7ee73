/** `check-database-main.ts DATA_DIR`: exit 0 where the data fits together, and DAMAGED, or a crash, where it does not. */
import { checkDatabase, DAMAGED } from './check-database'
import { Environment } from './environment'

try {
  checkDatabase(new Environment(String(process.argv[2])))
} catch {
  process.exit(DAMAGED)
}
process.exit(0)
