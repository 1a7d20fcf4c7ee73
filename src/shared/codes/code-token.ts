import * as v from 'valibot'

/** No two of them look alike in print. As many as a prime, which the check letter needs. */
export const TOKEN_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'

/** Letters that chance chooses: 31 to the power of 10, of which nobody hits one by trying. */
export const CHANCE_LETTERS = 10

/**
 * Whether a code's scene may be a token at all: ten letters and one that follows from them, so that a phone asks nobody
 * about a scene with a letter changed, two swapped, or junk. (WeChat takes 32 characters of ASCII.)
 */
export function isCodeToken(scene: string): boolean {
  return (
    scene.length === CHANCE_LETTERS + 1 &&
    scene[CHANCE_LETTERS] === checkLetter(scene.slice(0, CHANCE_LETTERS))
  )
}

/** The last letter of a token; undefined where one of the others is no letter of tokens. */
export function checkLetter(letters: string): string | undefined {
  let sum = 0
  for (const [index, letter] of [...letters].entries()) {
    const value = TOKEN_LETTERS.indexOf(letter)
    if (value < 0) return undefined
    sum += (index + 1) * value
  }
  return TOKEN_LETTERS[sum % TOKEN_LETTERS.length]
}

export const CodeTokenSchema = v.pipe(v.string(), v.check(isCodeToken, 'is no token of a code'))
