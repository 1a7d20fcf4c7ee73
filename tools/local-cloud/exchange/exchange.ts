import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { request as createRequest, get, type IncomingMessage } from 'node:http'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { configuredPort } from '../configured-port'

const DIRECTIONS = ['export', 'import'] as const

type Direction = (typeof DIRECTIONS)[number]

export const isDirection = (name: string): name is Direction => DIRECTIONS.some((one) => one === name)

const NOT_OURS = 'What answers at this PORT is not a local cloud.'

/** Writes all that the running local cloud keeps into a file, or takes it from there. Answers the exit code. */
export async function exchange(direction: Direction, file: string): Promise<0 | 1> {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file)
  try {
    await (direction === 'export' ? exportTo : importFrom)(
      path,
      `http://127.0.0.1:${configuredPort()}/_cloud`,
    )
    return 0
  } catch (cause) {
    process.stderr.write(`${sentenceOf(cause)}\n`)
    return 1
  }
}

/** A file of that name stays as it is until the export is whole. */
async function exportTo(path: string, url: string): Promise<void> {
  const part = `${path}.part`
  const answer = await answerOf(get(`${url}/export`))
  // Some servers answer every address with a page of theirs.
  if (!answer.headers['content-type']?.startsWith('application/jsonl')) {
    answer.destroy()
    throw new Error(NOT_OURS)
  }
  try {
    await pipeline(answer, createWriteStream(part))
    await rename(part, path)
  } catch (cause) {
    await rm(part, { force: true })
    throw cause
  }
}

async function importFrom(path: string, url: string): Promise<void> {
  const request = createRequest(`${url}/import`, { method: 'POST' })
  const answered = answerOf(request)
  const [, answer] = await Promise.all([pipeline(createReadStream(path), request), answered])
  answer.resume()
  if (answer.statusCode !== 204) throw new Error(NOT_OURS)
}

async function answerOf(request: ReturnType<typeof createRequest>): Promise<IncomingMessage> {
  const answer = await new Promise<IncomingMessage>((done, fail) =>
    request.on('response', done).on('error', fail),
  )
  if (answer.statusCode === 200 || answer.statusCode === 204) return answer
  const said = await text(answer)
  throw new Error(messageOf(said))
}

function messageOf(said: string): string {
  try {
    return (JSON.parse(said) as { error: { message: string } }).error.message
  } catch {
    return NOT_OURS
  }
}

function sentenceOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED') return 'No local cloud is running at this PORT; start one first.'
  return message
}
