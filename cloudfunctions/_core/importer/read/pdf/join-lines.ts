import type { Warn } from '../../problem'
import type { PlacedLine } from './chain'
import { isWide } from './character'
import type { Hyphens } from './hyphens'
import type { LineCharacter } from './line'

/** A paragraph's characters in a row: Chinese lines meet without a space, English ones with one. */
export function joinLines(paragraph: readonly PlacedLine[], hyphens: Hyphens, warn: Warn): LineCharacter[] {
  const joined: LineCharacter[] = []
  for (const line of paragraph) {
    const characters = withoutBlankEnds(line.characters)
    const [last, first] = [joined.at(-1), characters[0]]
    if (last && first) {
      const before = textOf(joined.slice(-80))
      const after = textOf(characters.slice(0, 80))
      const hyphen = hyphens.settle(before, after)
      if (hyphen && !hyphen.isKept) joined.pop()
      else if (!hyphen && !meets(before, after)) joined.push({ ...PLAIN_SPACE, page: line.page })
      if (hyphen && !hyphen.isSure) warnOfHyphen(before, after, hyphen.isKept, line.page, warn)
    }
    for (const character of characters) joined.push(character)
  }
  return withPlainSpaces(joined)
}

const PLAIN_SPACE = { text: ' ', strong: false, italic: false, href: undefined, width: 0 }

const textOf = (characters: readonly LineCharacter[]): string => characters.map(({ text }) => text).join('')

function withoutBlankEnds(characters: readonly LineCharacter[]): readonly LineCharacter[] {
  const isBlank = (character: LineCharacter | undefined): boolean => character?.text === ' '
  return characters.slice(isBlank(characters[0]) ? 1 : 0, isBlank(characters.at(-1)) ? -1 : undefined)
}

const OPEN_ADDRESS = /(?:https?:\/\/|www\.)[^\s\p{Script=Han}]*[/\-_.=?&#%]$/iu

/** Chinese on either side, a dash, a stroke, or an address that cannot end here. */
function meets(before: string, after: string): boolean {
  if (isWide(before.slice(-1)) || isWide(after.slice(0, 1))) return true
  if (/[\u2014-]$/u.test(before) && /\S[\u2014-]$/u.test(before)) return true
  return OPEN_ADDRESS.test(before)
}

function warnOfHyphen(before: string, after: string, isKept: boolean, page: number, warn: Warn): void {
  const head = /\S+$/u.exec(before)?.[0] ?? ''
  const rest = /^[\p{L}'’]+/u.exec(after)?.[0] ?? ''
  const read = isKept ? `${head}${rest}` : `${head.slice(0, -1)}${rest}`
  const message = `"${head}" at a line's end and "${rest}" below it were read as "${read}": check the hyphen.`
  warn('hyphen-unsure', message, { page })
}

/** A space has the style that both its neighbours share: links and emphasis end at a word's end. */
function withPlainSpaces(characters: readonly LineCharacter[]): LineCharacter[] {
  return characters.map((character, index) => {
    const [before, after] = [characters[index - 1], characters[index + 1]]
    if (character.text !== ' ' || !before || !after) return character
    return {
      ...character,
      strong: before.strong && after.strong,
      italic: before.italic && after.italic,
      href: before.href === after.href ? before.href : undefined,
    }
  })
}
