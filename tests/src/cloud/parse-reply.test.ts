import { parseReply } from '#cloud/parse-reply'
import { getIssue } from '#shared/issues/endpoints'
import { anIssue } from '../../support/an-issue'

function codeOf(reply: unknown): string {
  try {
    parseReply(getIssue, reply)
    return 'none'
  } catch (thrown) {
    return (thrown as { code: string }).code
  }
}

test('answers with what the endpoint promises', () => {
  const data = { status: 'current', revision: 2, issue: anIssue(), seriesId: 'weekly', correction: null }
  expect(parseReply(getIssue, { ok: true, data })).toEqual(data)
})

test('throws the function’s own code', () => {
  expect(codeOf({ ok: false, error: { code: 'NOT_FOUND', message: 'x' } })).toBe('NOT_FOUND')
})

test.each([
  [undefined],
  [null],
  ['text'],
  [{}],
  [{ ok: true }],
  [{ ok: false }],
  [{ ok: true, data: { status: 'current', revision: 0 } }],
  [{ ok: false, error: { code: 'A_LATER_CODE', message: 'x' } }],
  [{ ok: false, error: { code: 'toString', message: 'x' } }],
])('takes %j for a failure of the server', (reply) => {
  expect(codeOf(reply)).toBe('INTERNAL')
})
