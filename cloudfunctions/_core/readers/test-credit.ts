import type { ReaderChange } from './apply-facts'
import type { CountChange, Credits, LedgerEntry, Reader } from './reader'

/** As many facts of a template are remembered, so that they count once. */
const SEEN = 50

/**
 * What became of a test alert, whose credit was taken before it was sent: `spent` also where that cannot be told, so that
 * we never count more than there is; `cleared`: WeChat says that nothing is left.
 */
export type TestEnd = 'spent' | 'returned' | 'cleared'

export type TestAlert = {
  templateId: string
  /** Begins with when it was begun, in ms since 1970; no two are alike. */
  id: string
}

/** ms after which a test whose end was never written is over all the same. */
const LASTS = 10_000

/** Whether a credit of this reader was taken for the test. */
function hasTaken(reader: Reader | null, { templateId, id }: TestAlert): boolean {
  return rowOf(reader, templateId)?.seen.includes(`test:${id}`) ?? false
}

/** Takes the credit; null where there is none to be taken, or it was taken already. */
export function takeForTest(reader: Reader | null, test: TestAlert): ReaderChange | null {
  const row = rowOf(reader, test.templateId)
  if (!reader || !row || row.credits === 0 || hasTaken(reader, test)) return null
  const after = { ...row, credits: row.credits - 1 }
  return changed(reader, row, after, test, `test:${test.id}`, 'spent', 'a test alert')
}

/** Settles it, once. `msgid` is WeChat's, of what it took. */
export function settleTest(
  reader: Reader | null,
  test: TestAlert,
  end: TestEnd,
  msgid: string | null,
): ReaderChange | null {
  const stored = rowOf(reader, test.templateId)
  const id = `test-end:${test.id}`
  if (!reader || !stored || stored.seen.includes(id)) return null
  const row = msgid === null ? stored : { ...stored, seen: [...stored.seen, sentTestId(msgid)] }
  if (end === 'returned' && hasTaken(reader, test)) {
    const after = { ...row, credits: row.credits + 1 }
    return changed(reader, row, after, test, id, 'returned', 'a test alert that was not sent')
  }
  // What was allowed since is not what WeChat spoke of.
  if (end === 'cleared' && row.lastGrantAt < begunAt(test.id)) {
    const after = { ...row, credits: 0, clearedAt: Math.max(row.clearedAt, begunAt(test.id)) }
    return changed(reader, row, after, test, id, 'cleared', 'WeChat refused a test alert')
  }
  return changed(reader, row, row, test, id, null, '')
}

/** Whether this message, which WeChat tells of, was a test. */
export function wasTest({ seen }: Credits, msgid: string): boolean {
  return seen.includes(sentTestId(msgid))
}

/** Whether a test is on its way, so that what WeChat tells of may be it: who sends it will know. */
export function isTesting({ seen }: Credits, now: number): boolean {
  const tests = seen.flatMap((id) => (id.startsWith('test:') ? [id.slice('test:'.length)] : []))
  return tests.some((id) => !seen.includes(`test-end:${id}`) && now < begunAt(id) + LASTS)
}

function sentTestId(msgid: string): string {
  return `test-sent:${msgid}`
}

function begunAt(id: string): number {
  return Number.parseInt(id, 10)
}

function rowOf(reader: Reader | null, templateId: string): Credits | null {
  return reader && Object.hasOwn(reader.templates, templateId) ? (reader.templates[templateId] ?? null) : null
}

function changed(
  reader: Reader,
  before: Credits,
  after: Credits,
  { templateId, id: test }: TestAlert,
  id: string,
  what: CountChange['what'] | null,
  why: string,
): ReaderChange {
  const row = { ...after, seen: [...after.seen, id].slice(-SEEN) }
  const entry = {
    id: `${reader.key}:${templateId}:${id}`,
    key: reader.key,
    templateId,
    at: begunAt(test),
    why,
  }
  const entries: LedgerEntry[] =
    what === null ? [] : [{ ...entry, what, before: before.credits, after: after.credits }]
  const templates = { ...reader.templates, [templateId]: row }
  return { reader: { ...reader, templates }, entries, confirmed: 0, hasUnconfirmed: false }
}
