const HAN = /[\u3400-\u9fff\uf900-\ufaff]/g
const WORD = /[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*/g

export function countHan(text: string): number {
  return text.match(HAN)?.length ?? 0
}

export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}

/** How long a Chinese text is, in characters: a foreign name takes the room of two. */
export function chineseSize(text: string): number {
  return countHan(text) + 2 * countWords(text)
}
