const DIGITS = '〇一二三四五六七八九'

/** A list's number as Word writes it in one of its formats; null for one that is no number, such as a bullet. */
export function formatNumber(value: number, format: string): string | null {
  switch (format) {
    case 'bullet':
    case 'none':
      return null
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letter(value)
    case 'lowerLetter':
      return letter(value).toLowerCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value)
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return chinese(value)
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(value)].map((digit) => DIGITS.charAt(Number(digit))).join('')
    default:
      return String(value)
  }
}

function chinese(value: number): string {
  if (value < 1 || value > 99) return String(value)
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const lead = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS.charAt(tens)}十`
  return lead + (ones === 0 ? '' : DIGITS.charAt(ones))
}

const ROMAN: [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  if (value < 1 || value > 399) return String(value)
  let left = value
  let written = ''
  for (const [size, sign] of ROMAN)
    while (left >= size) {
      written += sign
      left -= size
    }
  return written
}

/** A to Z, then AA to ZZ. */
function letter(value: number): string {
  if (value < 1) return String(value)
  const sign = String.fromCharCode(65 + ((value - 1) % 26))
  return sign.repeat(Math.min(10, Math.ceil(value / 26)))
}
