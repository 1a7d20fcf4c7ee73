import { AppError } from '#shared/errors'
import { configuredPort } from '../local-cloud/configured-port'
import { LocalCloudError } from '../local-cloud/local-cloud-error'
import { type Desk, openDesk } from './desk'

/** Does an editor's work in the running local cloud; what cannot be done is said in one line. Answers the exit code. */
export async function withDesk(work: (desk: Desk) => Promise<void>): Promise<number> {
  try {
    await work(await openDesk(`${localUrl()}admin`))
    return 0
  } catch (thrown) {
    process.stderr.write(`${sentenceOf(thrown)}\n`)
    return 1
  }
}

const localUrl = () => `http://127.0.0.1:${configuredPort()}/`

function sentenceOf(thrown: unknown): string {
  if (thrown instanceof AppError || thrown instanceof LocalCloudError) return thrown.message
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  if (message.includes('ECONNREFUSED'))
    return `No local cloud answers at ${localUrl()}. Start it with npm start, or name its PORT.`
  return `The local cloud at ${localUrl()} could not do it: ${message}`
}
