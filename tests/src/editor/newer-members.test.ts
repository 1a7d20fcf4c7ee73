import { join } from 'node:path'
import { createContext, Script } from 'node:vm'
import { buildSync } from 'esbuild'
import { makeOldPhone } from '../../weapp/support/old-phone'

/** The oldest phone, with what the desk adds to it. */
function onOldPhone(code: string): unknown {
  const context = createContext({})
  new Script(makeOldPhone).runInContext(context)
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, '../../../src/editor/newer-members.ts')],
    write: false,
    target: 'es2018',
  })
  new Script(outputFiles[0]?.text ?? '').runInContext(context)
  return JSON.parse(String(new Script(`JSON.stringify(${code})`).runInContext(context)))
}

describe('what the desk adds to the oldest phones', () => {
  it.each([
    '[1, [2], 3].flatMap((each, index) => (index === 2 ? [] : [each, index]))',
    'Object.fromEntries([["a", 1], ["b", 2]])',
    'Object.fromEntries(new Map([["a", 1]]))',
    '[..."a1b22".matchAll(/\\d+/gu)].map((match) => [match[0], match.index])',
    '[..."ab".matchAll(/x?/gu)].map((match) => match.index)',
    '[..."《法》《条例》".matchAll(/《([^》]+)》/gu)].map((match) => match[1])',
  ])('%s is what a newer phone makes of it', (code) => {
    // biome-ignore lint/security/noGlobalEval: the expected value is this machine's own answer to the same code.
    expect(onOldPhone(code)).toEqual(JSON.parse(JSON.stringify(globalThis.eval(code))))
  })

  it('adds nothing that a loop over an array would meet', () => {
    expect(
      onOldPhone('(() => { const names = []; for (const name in [7]) names.push(name); return names })()'),
    ).toEqual(['0'])
  })
})
