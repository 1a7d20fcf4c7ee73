import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LeftOut } from '#core/importer/read/docx/prepare-body'
import { isAtStart, placeInWords, problemInWords } from '../../../src/editor/problem-in-words'

describe('a problem of the importer in words', () => {
  it('is Chinese by its code, with what the document itself says', () => {
    expect(
      problemInWords({ code: 'link-left-out', message: 'The link "More" belongs to no item.' }, 'zh'),
    ).toBe('一个链接没有收入。“More”')
  })

  it('is Chinese whatever the importer says', () => {
    const codes = codesOfImporter()
    expect(codes).toEqual(
      expect.arrayContaining(['pdf-scanned', 'damaged', 'not-utf8', 'other-format', 'no-file']),
    )
    const message = 'In English.'
    expect(codes.filter((code) => problemInWords({ code, message }, 'zh') === message)).toEqual([])
  })

  it('is as the importer said it in English, and where it has no words for its code', () => {
    const problem = { code: 'of-tomorrow', message: 'Something new.' }
    expect(problemInWords(problem, 'zh')).toBe('Something new.')
    expect(problemInWords({ code: 'empty', message: 'No text.' }, 'en')).toBe('No text.')
  })

  it('quotes no address within the document, which nobody could read', () => {
    const message = '"More" leads to "#Xa39a3ee5e6b4", which is no web address: the source is left empty.'
    expect(problemInWords({ code: 'source-without-address', message }, 'en')).toBe(
      'The source has no web address and is left empty. “More”',
    )
  })

  it.each([
    [{ line: 12, column: 3 }, '第 12 行', 'line 12'],
    [{ page: 3 }, '第 3 页', 'page 3'],
    [{ paragraph: 14 }, '第 14 段', 'paragraph 14'],
  ])('has its place', (place, zh, en) => {
    expect([placeInWords(place, 'zh'), placeInWords(place, 'en')]).toEqual([zh, en])
  })

  it.each([
    [{ line: 1, column: 1 }, true],
    [{ page: 1 }, true],
    [{ paragraph: 1 }, true],
    [{ line: 1, column: 9 }, false],
    [{ page: 2 }, false],
  ])('is about the document as a whole where it is at its start: %j', (place, isWhole) => {
    expect(isAtStart(place)).toBe(isWhole)
  })
})

const CORE = join(__dirname, '../../../cloudfunctions/_core')

/** Where the importer names the code of a problem: as the first of what it calls, or in a table. */
const NAMED = /(?:\b(?:anError|warn|Refusal|ImportTrouble)\(|\bcode\s*[:=])\s*'([a-z0-9-]+)'/gu

/** These codes it makes of parts. */
const LEFT_OUT: Record<LeftOut, string> = {
  image: 'image-left-out',
  footnote: 'footnote-left-out',
  comment: 'comment-left-out',
  'hidden-text': 'hidden-text-left-out',
  formula: 'formula-left-out',
  'embedded-document': 'embedded-document-left-out',
}

function codesOfImporter(): string[] {
  const named = ['importer', 'imports'].flatMap((folder) => {
    const path = join(CORE, folder)
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    return files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(join(path, file), 'utf8').matchAll(NAMED)])
      .map(([, code]) => code ?? '')
  })
  return [...new Set([...named, ...Object.values(LEFT_OUT), 'missing-zh', 'missing-en'])]
}
