import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A font for each face that the styles ask for first, under that face's name: so the styles stay as readers get them. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  'noto-sans-sc': ['-apple-system', '-apple-system-font'],
  'noto-serif-sc': ['Source Han Serif SC', 'Songti SC'],
  gelasio: ['Georgia'],
}

type Face = { names: readonly string[]; weight: string; range: string; data: string }

const root = join(__dirname, '../../..')

/**
 * A script for the start of every page. The fonts come in slices, of which only those are handed over that the samples
 * and the interface use. A face made of bytes is there at once: nothing moves because a font arrives late.
 */
export function pinnedFontsScript(): string {
  const characters = charactersInUse()
  const faces = Object.entries(standIns).flatMap(([font, names]) => slicesOf(font, names, characters))
  return `(${addFaces.toString()})(${JSON.stringify(faces)})`
}

/** Runs in the page. An empty one shows no text, and to make the faces takes longer than all else in it. */
function addFaces(faces: readonly Face[]): void {
  if (location.protocol === 'about:') return
  for (const { names, weight, range, data } of faces) {
    const letters = atob(data)
    const bytes = new Uint8Array(letters.length)
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at)
    for (const name of names) document.fonts.add(new FontFace(name, bytes, { weight, unicodeRange: range }))
  }
}

function slicesOf(font: string, names: readonly string[], characters: ReadonlySet<number>): Face[] {
  const folder = dirname(require.resolve(`@fontsource-variable/${font}/index.css`))
  const rules = readFileSync(join(folder, 'index.css'), 'utf8').match(/@font-face \{[^}]*\}/gu) ?? []
  return rules.flatMap((rule) => {
    const range = wordOf(rule, /unicode-range: ([^;]+);/u)
    if (!covers(range, characters)) return []
    const weight = wordOf(rule, /font-weight: ([^;]+);/u)
    const data = readFileSync(join(folder, wordOf(rule, /url\(([^)]+)\)/u))).toString('base64')
    return [{ names, weight, range, data }]
  })
}

function wordOf(rule: string, pattern: RegExp): string {
  const value = pattern.exec(rule)?.[1]
  if (value === undefined) throw new Error(`A rule of the pinned fonts has no ${pattern}: ${rule}`)
  return value
}

/** `U+4e00-4e0f,U+4e13`, as in a style. */
function covers(range: string, characters: ReadonlySet<number>): boolean {
  const spans = range.split(',').map((span) => {
    const [first = 0, last = first] = span
      .trim()
      .slice(2)
      .split('-')
      .map((end) => Number.parseInt(end, 16))
    return { first, last }
  })
  return [...characters].some((point) => spans.some(({ first, last }) => first <= point && point <= last))
}

/** Of the samples, of the interface's words, and of what the styles add. */
function charactersInUse(): Set<number> {
  const texts = ['content', 'src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(md|tsx?|scss)$/u.test(file))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  )
  return new Set([...texts.join('')].map((character) => character.codePointAt(0) ?? 0))
}
