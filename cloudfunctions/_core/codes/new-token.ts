import { createHash, randomInt } from 'node:crypto'
import { CHANCE_LETTERS, checkLetter, TOKEN_LETTERS } from '#shared/codes/code-token'

/** A token that nobody can guess. */
export function newToken(): string {
  return tokenOf(Array.from({ length: CHANCE_LETTERS }, () => randomInt(TOKEN_LETTERS.length)))
}

/**
 * The token of the code on an issue's posters, for the sharers of a channel: always the same, so that readers who ask at
 * once get one. The channel is named by its first code's token: by its name, anybody could try which ones there are.
 */
export function posterToken(issueId: string, first: string | null): string {
  const meaning = JSON.stringify(['poster', issueId, first])
  return tokenOf([...createHash('sha256').update(meaning).digest().subarray(0, CHANCE_LETTERS)])
}

function tokenOf(values: readonly number[]): string {
  const letters = values.map((value) => TOKEN_LETTERS[value % TOKEN_LETTERS.length]).join('')
  return `${letters}${checkLetter(letters)}`
}
