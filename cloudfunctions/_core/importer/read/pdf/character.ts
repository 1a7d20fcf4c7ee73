/** Characters that stand in the square of a Chinese one. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff65\u30fb]/u

export const isWide = (text: string): boolean => WIDE.test(text)

/**
 * Makes characters those that were meant: fonts turn `fi` into one sign, and name plain Chinese characters by the
 * radical of the same look.
 */
export function plainCharacter(text: string): string {
  return LOOKALIKE.test(text) ? text.normalize('NFKC') : text
}

const LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/u

/** A sign in the range that every font fills as it likes: without the font it means nothing, often it is a bullet. */
export const isPrivate = (text: string): boolean => /[\ue000-\uf8ff]/u.test(text)

/** Stands where a character cannot be told. */
export const UNKNOWN = '\ufffd'
