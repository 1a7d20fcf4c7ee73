import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FunctionInstance } from '../../../tools/local-cloud/functions/function-instance'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'instance-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What comes of calling a function with this code, and what is logged. */
async function call(code: string, loadLimit = 30): Promise<{ end: unknown; lines: string[] }> {
  const entry = join(folder, 'index.js')
  writeFileSync(entry, code)
  const lines: string[] = []
  const instance = new FunctionInstance(
    { entry, env: () => ({}), loadLimit, timeLimit: 30, memory: 64, log: (line) => lines.push(line) },
    () => lines.push('ended'),
  )
  const end = await instance
    .invoke({ event: '{}', context: {}, identity: {} })
    .catch((reason: unknown) => reason)
  await instance.close()
  return { end, lines }
}

it('answers what the function returns', async () => {
  expect(await call('exports.main = () => [1]')).toEqual({ end: '[1]', lines: ['ended'] })
})

it('ends a function that does not finish loading', async () => {
  const sentence = 'Initialization timed out after 0.3 seconds'
  expect(await call('for (;;);', 0.3)).toEqual({
    end: expect.objectContaining({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', message: sentence }),
    lines: [sentence, 'ended'],
  })
})

it.each([
  ['cannot be loaded', "require('nowhere')", "Cannot find module 'nowhere'"],
  ['is no JavaScript', 'function {', 'SyntaxError'],
  ['exports no main', 'exports.mian = () => 1', 'The function exports no main.'],
])('says so of code that %s, and logs it', async (_name, code, reason) => {
  const { end, lines } = await call(code)
  expect(end).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining(reason) })
  expect(lines.join('\n')).toContain(reason)
})

it('logs what a function throws', async () => {
  const { lines } = await call("exports.main = () => { throw new Error('no luck') }")
  expect(lines[0]).toContain('Error: no luck')
})
