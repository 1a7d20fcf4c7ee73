/** `check-database-main.ts DATA_DIR`: exit 0 where the data fits together, and anything else where it does not. */
import { checkDatabase } from './check-database'
import { Environment } from './environment'

checkDatabase(new Environment(String(process.argv[2])))
process.exit(0)
