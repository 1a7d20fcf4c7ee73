/** `npm start`: builds what is not built, starts the local cloud with the sample issues, serves the reader. */
import { build } from './build/build'
import { runLocalCloud } from './local-cloud/run-local-cloud'
import { publishSamples } from './newsletter/publish-samples'
import { seedAlertSettings } from './newsletter/seed-alert-settings'

async function main(): Promise<void> {
  await build('functions', { ifStale: true })
  await build('h5', { ifStale: true })
  await runLocalCloud({
    async beforeReady(adminUrl) {
      await publishSamples(adminUrl)
      await seedAlertSettings(adminUrl)
    },
  })
}

void main()
