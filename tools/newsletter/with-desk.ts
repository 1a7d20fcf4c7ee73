import { AppError } from '#shared/errors'
import { type Desk, openDesk } from './desk'

/** Does an editor's work in the running local cloud; what cannot be done is said in one line. Answers the exit code. */
export async function withDesk(work: (desk: Desk) => Promise<void>): Promise<number> {
  const url = `http://127.0.0.1:${process.env.PORT ?? 8080}/`
  try {
    await work(await openDesk(`${url}admin`))
    return 0
  } catch (thrown) {
    process.stderr.write(`${sentenceOf(thrown, url)}\n`)
    return 1
  }
}

function sentenceOf(thrown: unknown, url: string): string {
  if (thrown instanceof AppError) return thrown.message
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  if (message.includes('ECONNREFUSED'))
    return `No local cloud answers at ${url}. Start it with npm start, or name its PORT.`
  return `The local cloud at ${url} could not do it: ${message}`
}
