import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import * as v from 'valibot'
import { IssueSchema } from '#shared/newsletter/issue'
import { PlaceSchema, type Problem, ProblemSchema } from '#shared/newsletter/problem'
import type { ImportResult } from '../importer/import-document'
import { formatOf } from '../importer/read/format-of'
import { ImportTrouble } from './import-trouble'
import { READING, RESULT_PIPE, type ReadingLimits } from './reading-message'

/** MB that reading may take; the function's own process and the document it holds take less than the rest of 512. */
const MEMORY = 352

/** MB of it for V8's heap, so that rubbish is collected before it is all that there is. */
const HEAP = 256

/** Bytes of JSON: what is longer is no newsletter, and no function can give a phone more than 1 MB. */
const LARGEST_ISSUE = 600_000

/** Characters; what comes beside the issue is its problems. */
const LARGEST_RESULT = 4_000_000

/** ms that a process has beyond its time where nobody is there to end it. */
const LAST_RESORT = 1_000

/** For the log: what a process prints last is enough to know why it ended. */
const MAX_LAST_WORDS = 4_000

const PlacesSchema = v.object({ zh: v.nullable(PlaceSchema), en: v.nullable(PlaceSchema) })

const ResultSchema = v.object({
  issue: v.nullable(IssueSchema),
  problems: v.array(ProblemSchema),
  places: v.array(v.array(PlacesSchema)),
})

type Ending = { result: string; code: number | null; lastWords: string; cut: 'time' | 'size' | null }

/**
 * Reads a document in a process of its own, which `program` begins: see `serveReading`. A thread would not do: a table
 * that grows too large ends the whole process, and no limit counts what lies outside V8's heap. Throws an
 * ImportTrouble where no result comes, within `time` ms and hardly more.
 */
export async function readApart(program: string, bytes: Uint8Array, time: number): Promise<ImportResult> {
  const child = begin(program, {
    bytes: bytes.length,
    memory: MEMORY,
    time: time + LAST_RESORT,
    parent: process.pid,
  })
  // Who ends before all is read has said why by then.
  child.stdin?.on('error', () => {})
  child.stdin?.end(bytes)
  return resultOf(await endOf(child, time), startOf(bytes))
}

function begin(program: string, limits: ReadingLimits): ChildProcess {
  const { PATH, LD_LIBRARY_PATH, SystemRoot } = process.env
  return spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP}`, '--max-semi-space-size=8', program, READING, JSON.stringify(limits)],
    // What a document could lay hands on has none of the function's keys.
    {
      env: { PATH, LD_LIBRARY_PATH, SystemRoot },
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
    },
  )
}

async function endOf(child: ChildProcess, time: number): Promise<Ending> {
  const ending: Ending = { result: '', code: null, lastWords: '', cut: null }
  const cut = (why: Ending['cut']) => {
    ending.cut ??= why
    child.kill('SIGKILL')
  }
  const timer = setTimeout(() => cut('time'), time)
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    ending.lastWords = `${ending.lastWords}${text}`.slice(-MAX_LAST_WORDS)
  })
  const pipe = child.stdio[RESULT_PIPE] as Readable
  pipe.setEncoding('utf8').on('data', (text: string) => {
    ending.result += text
    if (ending.result.length > LARGEST_RESULT) cut('size')
  })
  try {
    const [code] = (await once(child, 'close')) as [number | null]
    return { ...ending, code }
  } finally {
    clearTimeout(timer)
  }
}

function resultOf({ result, code, lastWords, cut }: Ending, start: Problem['place']): ImportResult {
  const parsed = code === 0 && cut === null ? v.safeParse(ResultSchema, parseJson(result)) : null
  const isTooLong = cut === 'size' || (parsed?.success && sizeOf(parsed.output.issue) > LARGEST_ISSUE)
  if (isTooLong)
    throw new ImportTrouble(
      'too-much-text',
      'The document has more text than an issue can have: import it in parts.',
      start,
    )
  if (parsed?.success) return parsed.output
  if (lastWords !== '') console.warn(lastWords)
  if (cut === 'time')
    throw new ImportTrouble(
      'too-much-time',
      'Reading the document takes too long, so it was ended. Copy its text into a new document and choose that.',
      start,
    )
  // By a signal, but not from here: for its memory, by V8, by the thread that watches it or by the system.
  if (code === null)
    throw new ImportTrouble(
      'too-much-memory',
      'Reading the document takes more memory than there is. Make its pictures smaller, or copy its text into a new document and choose that.',
      start,
    )
  throw new ImportTrouble(
    'broke-off',
    'Reading the document broke off: it may be damaged. Save it anew in the program in which it was written, and choose it again.',
    start,
  )
}

function sizeOf(issue: unknown): number {
  return Buffer.byteLength(JSON.stringify(issue))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A place as a document of this kind has them. */
function startOf(bytes: Uint8Array): Problem['place'] {
  const format = formatOf(bytes)
  if (format === 'zip') return { paragraph: 1 }
  return format === 'pdf' ? { page: 1 } : { line: 1, column: 1 }
}
