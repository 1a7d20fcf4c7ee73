import * as v from 'valibot'
import { handle, serve } from '#core/serve'
import { defineEndpoint } from '#shared/endpoint'
import { AppError } from '#shared/errors'
import { takeConsoleErrors } from '../../support/fail-on-console-error'

const double = defineEndpoint({
  function: 'numbers',
  name: 'double',
  input: v.object({ number: v.number() }),
  output: v.object({ doubled: v.number() }),
})

/** What a caller gets from a function whose only endpoint does this. */
const answer = (run: Parameters<typeof handle<typeof double>>[1], event: unknown = call(2)) =>
  serve([handle(double, run)])(event)
const call = (number: unknown) => ({ endpoint: 'double', input: { number } })

afterEach(() => {
  delete process.env.WX_OPENID
  delete process.env.WX_CONTEXT_KEYS
})

it('answers what the use-case answers', async () => {
  expect(await answer(async ({ number }) => ({ doubled: number * 2 }))).toEqual({
    ok: true,
    data: { doubled: 4 },
  })
})

it('names the field that is not valid, never its value, and does not run the use-case', async () => {
  const run = jest.fn()
  expect(await answer(run, call('secret'))).toEqual({
    ok: false,
    error: { code: 'INVALID_INPUT', message: 'The input\'s "number" is not valid.' },
  })
  expect(run).not.toHaveBeenCalled()
})

it('gives the use-case no half of a character, which a database would not give back', async () => {
  const say = defineEndpoint({
    function: 'words',
    name: 'say',
    input: v.object({ words: v.array(v.string()) }),
    output: v.object({ words: v.array(v.string()) }),
  })
  const words = ['a whole one: 😀', 'a half: \uD83D', '\uDE00']
  const event = { endpoint: 'say', input: { words } }
  expect(await serve([handle(say, async (input) => input)])(event)).toEqual({
    ok: true,
    data: { words: ['a whole one: 😀', 'a half: \uFFFD', '\uFFFD'] },
  })
})

it.each([null, 5, 'text', [], {}, { endpoint: 5 }])('answers the event %j', async (event) => {
  expect(await answer(jest.fn(), event)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
})

it('answers what a use-case refuses with its own code', async () => {
  const refuse = async () => Promise.reject(new AppError('NOT_FOUND', 'There is no such number.'))
  expect(await answer(refuse)).toEqual({
    ok: false,
    error: { code: 'NOT_FOUND', message: 'There is no such number.' },
  })
})

it('keeps what it did not foresee in the log', async () => {
  const fail = async () => Promise.reject(new Error('the password is wrong'))
  const reply = await answer(fail)
  expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
  expect(JSON.stringify(reply)).not.toContain('password')
  expect(takeConsoleErrors()).toEqual([expect.stringContaining('the password is wrong')])
})

it('sends nothing that is not what the endpoint promises', async () => {
  const wrong = async () => ({ doubled: 'four' }) as unknown as { doubled: number }
  expect(await answer(wrong)).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
  expect(takeConsoleErrors()).toHaveLength(1)
})

it('knows who calls from the platform, whatever the event says', async () => {
  const seen: unknown[] = []
  const look = async (_input: unknown, { openid }: { openid: string | null }) => {
    seen.push(openid)
    return { doubled: 0 }
  }
  const event = { ...call(2), openid: 'forged', userInfo: { openId: 'forged' } }
  await answer(look, event)
  Object.assign(process.env, { WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: '123' })
  await answer(look, event)
  expect(seen).toEqual([null, '123'])
})
