/** A text as far as it is shown; `cut` counts the characters that are left out. */
export type CutText = { text: string; cut: number }

/** Never cuts a character of two units in half. */
export function cutText(text: string, length: number): CutText {
  if (text.length <= length) return { text, cut: 0 }
  const isHalf = /[\uD800-\uDBFF]/u.test(text.charAt(length - 1))
  const shown = text.slice(0, isHalf ? length - 1 : length)
  return { text: shown, cut: text.length - shown.length }
}
