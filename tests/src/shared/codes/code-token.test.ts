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

const withSwapped = (token: string, one: number, other: number) =>
  withLetter(withLetter(token, one, token.charAt(other)), other, token.charAt(one))

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

it('is none with any two letters swapped, neighbours among them', () => {
  for (const token of tokens)
    for (let one = 0; one < token.length; one += 1)
      for (let other = one + 1; other < token.length; other += 1) {
        const swapped = withSwapped(token, one, other)
        if (isCodeToken(swapped)) expect(swapped).toBe(token)
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
