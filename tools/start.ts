/** `npm start`: builds what is not built, starts the local cloud with the sample issues, serves the reader. */
import { build } from './build/build'
import { runLocalCloud } from './local-cloud/run-local-cloud'
import { publishSamples } from './newsletter/publish-samples'
import { seedAlertSettings } from './newsletter/seed-alert-settings'
import { seedFirm } from './newsletter/seed-firm'

/** For a try: whoever opens the desk first becomes its owner with this. */
const OWNER_CODE = 'owner-code'

async function main(): Promise<void> {
  await build('functions', { ifStale: true })
  await build('h5', { ifStale: true })
  if (process.env.OWNER_CODE === undefined) {
    process.env.OWNER_CODE = OWNER_CODE
    process.stderr.write(
      `The editors' desk takes its first owner by the code ${OWNER_CODE} (OWNER_CODE sets another).\n`,
    )
  }
  await runLocalCloud({
    async beforeReady(adminUrl) {
      await publishSamples(adminUrl)
      await seedAlertSettings(adminUrl)
      await seedFirm(adminUrl)
    },
  })
}

void main()
