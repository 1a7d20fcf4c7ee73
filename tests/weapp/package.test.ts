import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editorWordsEn } from '../../src/editor/words-en'
import { editorWordsZh } from '../../src/editor/words-zh'
import { BUILD } from './support/mini-program'
import { packageProblems } from './support/package-problems'
import { compileWxml, compileWxss, filesBelow } from './support/wechat-compiler'

const SOURCES = join(__dirname, '../../src')

let copy = ''

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'weapp-'))
  cpSync(BUILD, copy, { recursive: true })
})

afterEach(() => rmSync(copy, { recursive: true, force: true }))

function change(file: string, from: string, to: string): void {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

describe('the package', () => {
  it('is compiled by WeChat’s own compilers', () => {
    expect(compileWxml(BUILD)).toContain('$gwx')
    expect(() => compileWxss(BUILD)).not.toThrow()
  })

  it('would be refused by them for a broken template or style', () => {
    change('base.wxml', '</template>', '')
    expect(() => compileWxml(copy)).toThrow(/wcc refused the build:\n.*base\.wxml/u)
    change('pages/mine/index.wxss', '}', '} * { color: red }')
    expect(() => compileWxss(copy)).toThrow(/wcsc refused the build:\n.*index\.wxss/u)
  })

  it('contains all that it names, and is not too large', () => {
    expect(packageProblems(BUILD)).toEqual([])
  })

  it('is loaded lazily, without source maps, and speaks to no local cloud', () => {
    expect(JSON.parse(readFileSync(join(BUILD, 'app.json'), 'utf8'))).toMatchObject({
      lazyCodeLoading: 'requiredComponents',
    })
    expect(
      filesBelow(BUILD).filter((file) => file.endsWith('.map') || file === 'project.config.json'),
    ).toEqual([])
    const scripts = filesBelow(BUILD).filter((file) => file.endsWith('.js'))
    const code = scripts.map((file) => readFileSync(join(BUILD, file), 'utf8')).join('\n')
    expect(code).not.toMatch(/127\.0\.0\.1|x-local-openid|process\.env/u)
    expect(code).toMatch(/cloud\.callFunction/u)
  })

  it('keeps the editors’ desk out of what every reader downloads', () => {
    const scripts = filesBelow(BUILD).filter((file) => file.endsWith('.js'))
    const holders = (word: string) =>
      scripts.filter((file) => readFileSync(join(BUILD, file), 'utf8').includes(word))
    const words = [editorWordsZh.watch, editorWordsEn.watch]
    const found = words.flatMap(holders)
    expect(found).not.toEqual([])
    expect(found.filter((file) => !file.startsWith('editor/'))).toEqual([])
  })

  it('keeps what only the desk checks and draws out of it too', () => {
    const counted = (word: string) =>
      filesBelow(BUILD)
        .filter((file) => readFileSync(join(BUILD, file), 'utf8').includes(word))
        .map((file) => /^(?:editor|poster)(?=\/)/u.exec(file)?.[0] ?? 'main')
        .sort()
    // Readers' schemas are kept by a few lines of our own.
    expect(counted('vendor:"valibot"')).toEqual(['editor'])
    expect(counted('type:"strict_object"')).toEqual(['editor'])
    expect(counted('<textarea')).toEqual(['editor', 'poster'])
    expect(counted('<canvas')).toEqual(['editor', 'poster'])
  })

  it('has a template for all that the main package draws', () => {
    const sources = filesBelow(SOURCES).filter(
      (file) => file.endsWith('.tsx') && !/^(?:editor|poster)\//u.test(file),
    )
    const imported = sources.flatMap((file) => {
      const text = readFileSync(join(SOURCES, file), 'utf8')
      const [, names = ''] = /import \{([^}]+)\} from '@tarojs\/components'/u.exec(text) ?? []
      return names.split(',').map((name) => name.trim())
    })
    const drawn = new Set(imported.filter((name) => name !== ''))
    expect([...drawn].sort()).toEqual(['Button', 'Image', 'OfficialAccount', 'Text', 'View'])
    const templates = readFileSync(join(BUILD, 'base.wxml'), 'utf8')
    for (const name of drawn)
      expect(templates).toContain(`<${name.replace(/\B[A-Z]/gu, '-$&').toLowerCase()} `)
  })

  it('would be told what it names and lacks', () => {
    change('pages/index/index.wxml', 'base.wxml', 'bass.wxml')
    change('pages/mine/index.json', '../../comp', '../../lamp')
    rmSync(join(copy, 'pages/issue/index.wxml'))
    rmSync(join(copy, 'tab-bar/mine.png'))
    rmSync(join(copy, 'editor/desk/index.js'))
    writeFileSync(join(copy, 'editor/desk/index.wxss'), ' '.repeat(2 * 1024 * 1024))
    const problems = packageProblems(copy)
    expect(problems).toContain('app.json names pages/issue/index.wxml, which is missing.')
    expect(problems).toContain('pages/index/index.wxml names bass.wxml, which is missing.')
    expect(problems).toContain('pages/mine/index.json names lamp.wxml, which is missing.')
    expect(problems).toContain('app.json names editor/desk/index.js, which is missing.')
    expect(problems.join()).toMatch(/The package editor\/ has \d+ bytes; WeChat takes 2097152\./u)
    expect(problems.join()).not.toContain('The package main')
    expect(problems).toContain('theme.json names tab-bar/mine.png, which is missing.')
  })
})
