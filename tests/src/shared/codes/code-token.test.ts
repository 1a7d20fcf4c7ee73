import { CHANCE_LETTERS, checkLetter, isCodeToken, TOKEN_LETTERS } from '#shared/codes/code-token'
import { createRandom } from '../../../support/create-random'

const random = createRandom(1)
const aLetter = () => random.pick([...TOKEN_LETTERS])
const letters = Array.from({ length: 200 }, () => Array.from({ length: CHANCE_LETTERS }, aLetter).join(''))
const tokens = ['2'.repeat(CHANCE_LETTERS), 'z'.repeat(CHANCE_LETTERS), ...letters].map(
  (all) => `${all}${checkLetter(all)}`,
)

const withLetter = (token: string, at: number, letter: string) =>
  token.slice(0, at) + letter + token.slice(at + 1)

const withSwapped = (token: string, at: number) =>
  withLetter(withLetter(token, at, token.charAt(at + 1)), at + 1, token.charAt(at))

it('is a token with its own last letter', () => {
  expect(tokens.filter((token) => !isCodeToken(token))).toEqual([])
})

it('is none with any one letter changed to any other', () => {
  for (const token of tokens)
    for (let at = 0; at < token.length; at += 1)
      expect(
        [...TOKEN_LETTERS].filter(
          (letter) => letter !== token[at] && isCodeToken(withLetter(token, at, letter)),
        ),
      ).toEqual([])
})

it('is none with two neighbours swapped', () => {
  for (const token of tokens)
    for (let at = 0; at + 1 < token.length; at += 1) {
      const swapped = withSwapped(token, at)
      expect({ swapped, isToken: isCodeToken(swapped) }).toEqual({ swapped, isToken: swapped === token })
    }
})

it.each([
  '',
  'i=204',
  'scene',
  '0'.repeat(11),
  'o'.repeat(11),
  '__proto__',
  '2'.repeat(10),
  '2'.repeat(12),
  '22222222222\n',
  'undefined',
  'ABCDEFGHJKM',
  '%7B%7D',
  '２２２２２２２２２２２',
])('is none where a scene is junk: %j', (scene) => {
  expect(isCodeToken(scene)).toBe(false)
})
