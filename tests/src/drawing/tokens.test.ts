import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serif } from '../../../src/drawing/faces'
import { palettes, type Scheme } from '../../../src/poster/palettes'

const tokens = readFileSync(join(__dirname, '../../../src/styles/tokens.scss'), 'utf8')

/** The value of a token, of a scheme where it has two. */
function token(name: string, scheme: Scheme = 'light'): string {
  const [light = '', dark = ''] = tokens.split('prefers-color-scheme: dark')
  const value = new RegExp(`--${name}: ([^;]+);`, 'u').exec(scheme === 'light' ? light : dark)?.[1] ?? ''
  return value.replace(/\s+/gu, ' ')
}

describe('what is drawn', () => {
  it.each(['light', 'dark'] as const)('has the colours of the pages in the %s scheme', (scheme) => {
    const named = Object.fromEntries(
      Object.keys(palettes[scheme]).map((name) => [name, token(name.replace(/\d/u, '-$&'), scheme)]),
    )
    expect(palettes[scheme]).toEqual(named)
  })

  it('has the faces of the pages', () => {
    for (const language of ['zh', 'en'] as const)
      expect(token(`serif-${language}`).split(', ')).toEqual(
        expect.arrayContaining(serif[language].split(', ')),
      )
  })
})
