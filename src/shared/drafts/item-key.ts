const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 12

/** A new item's name. By chance, so that two editors who add an item at once never give both the same. */
export function newItemKey(random: () => number = Math.random): string {
  return Array.from({ length: LENGTH }, () => LETTERS.charAt(Math.floor(random() * LETTERS.length))).join('')
}
