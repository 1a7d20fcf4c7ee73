import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageBinary } from '../../tools/build/package-binary'
import { BUILD } from './support/mini-program'

/** The checker's complaints about every script that a pattern finds below a folder. */
function complaints(folder: string, pattern: string, ...args: string[]): string[] {
  const scripts = `${folder.replaceAll('\\', '/')}/${pattern}`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [packageBinary('es-check'), ...args, scripts, '--noCache', '--noColor'],
    { encoding: 'utf8' },
  )
  const errors = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('· error'))
  return status === 0 || errors.length > 0 ? errors : [`es-check ended with ${status}: ${stderr}`]
}

/**
 * ES2017 is what babel.config.js builds. It is also the last level before the regular expressions that iOS before 16.4
 * cannot load at all: one lookbehind, and no page opens.
 */
const written = (folder: string) => complaints(folder, '**/*.js', 'es2017')

/** Of built-ins, phones have what came a year later too; webpack asks for globalThis only where there is one. */
const called = (folder: string, pattern = '**/*.js', ...more: string[]) =>
  complaints(folder, pattern, 'es2018', '--checkFeatures', '--ignore', ['globalThis', ...more].join(','))

describe('an old phone', () => {
  it('loads every script of the build', () => {
    expect(written(BUILD)).toEqual([])
  })

  it('has every built-in that the build calls', () => {
    expect(called(BUILD, '*.js')).toEqual([])
    expect(called(BUILD, 'pages/**/*.js')).toEqual([])
    expect(called(BUILD, 'poster/**/*.js')).toEqual([])
  })

  it('is given at the desk what the desk calls beyond that (src/editor/newer-members.ts)', () => {
    const given = ['ArrayFlatMap', 'ObjectFromEntries', 'StringMatchAll']
    expect(called(BUILD, 'editor/**/*.js', ...given)).toEqual([])
  })

  it.each([
    ['optional chaining', 'var a = b?.c', written],
    ['a lookbehind', 'var a = /(?<=b)c/', written],
    ['a newer function', 'Object.hasOwn(a, "b")', called],
  ])('would not load %s', (_, code, check) => {
    const folder = mkdtempSync(join(tmpdir(), 'script-'))
    writeFileSync(join(folder, 'a.js'), code)
    expect(check(folder)).not.toEqual([])
    rmSync(folder, { recursive: true })
  })
})
