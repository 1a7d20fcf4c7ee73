export type FontStyle = { bold: boolean; italic: boolean; isHei: boolean }

/** What a font's name says of its style: fonts hardly ever say it in another way that can be relied on. */
export function fontStyle(name: string): FontStyle {
  const bare = name.replace(/^[A-Z]{6}\+/u, '')
  return {
    bold: BOLD.test(bare),
    italic: ITALIC.test(bare),
    isHei: HEI.test(bare),
  }
}

const BOLD =
  /bold|black|heavy|demi|(?:^|[-,_ ])(?:bd|w[6-9]|[6-9]00)(?:$|[-,_ ])|(?:MT|PS)?-?BoldMT|粗|特黑|大黑|小标宋/iu
const ITALIC = /italic|oblique|slanted|(?:^|[-,_ ])(?:it|ita|obl)(?:$|[-,_ ])|斜/iu
/** 黑体: heavy without being called so. 微软雅黑 is named like one and is not. */
const HEI = /simhei|stheiti|heiti|fzhei|fzht|黑体|fzxbs|xiaobiaosong/iu
