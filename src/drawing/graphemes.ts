/**
 * Code points that belong to the character before them, from the first to the last of each range: combining marks,
 * vowel signs, joiners, variation selectors, skin tones, the tags of flags. A range may hold more than that: then
 * characters stay together that might be parted, and none is ever cut.
 */
const joined = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5c7],
  [0x610, 0x61a],
  [0x64b, 0x670],
  [0x6d6, 0x6ed],
  [0xe31, 0xe3a],
  [0xe47, 0xe4e],
  [0xf71, 0xfbc],
  [0x102b, 0x103e],
  [0x1160, 0x11ff],
  [0x17b4, 0x17d3],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200c, 0x200d],
  [0x20d0, 0x20ff],
  [0x302a, 0x302f],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0x1f3fb, 0x1f3ff],
  [0xe0020, 0xe01ef],
] as const

const JOINER = '\u200d'

/** What readers take for one character each; no Intl.Segmenter, which Android's WeChat lacks. */
export function graphemesOf(text: string): string[] {
  const graphemes: string[] = []
  let last = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const goesOn = isRegional(code) ? isHalfFlag(last) : isJoined(code) || last.endsWith(JOINER)
    if (last !== '' && goesOn) {
      last += character
      graphemes[graphemes.length - 1] = last
    } else {
      last = character
      graphemes.push(last)
    }
  }
  return graphemes
}

function isJoined(code: number): boolean {
  return isIndicSign(code) || joined.some(([first, last]) => first <= code && code <= last)
}

/** The scripts of India are all laid out alike: in each block of 128, letters and digits are in the middle. */
function isIndicSign(code: number): boolean {
  const place = code % 128
  return code >= 0x900 && code < 0xe00 && (place < 4 || (place > 0x39 && place < 0x58) || place === 0x62)
}

/** Two letters of a region's name make one flag. */
function isHalfFlag(last: string): boolean {
  return last.length === 2 && isRegional(last.codePointAt(0) ?? 0)
}

function isRegional(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff
}
