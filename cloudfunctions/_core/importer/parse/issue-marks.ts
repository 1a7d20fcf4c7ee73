import { chineseNumber } from '../text/title-key'

/** The numbers and dates of a masthead: No.204, 第38期, 2021.01, October 1, 2022. */
export type IssueMark =
  | { kind: 'number'; value: number; total: boolean }
  | { kind: 'date'; month: string; day: string | null }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DATES: { pattern: RegExp; read: (match: (string | undefined)[]) => (string | undefined)[] }[] = [
  {
    pattern: /([12]\d{3})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?/gu,
    read: ([, year, month, day]) => [year, month, day],
  },
  {
    pattern: /(?<![\d.])([12]\d{3})\s*([./-])\s*(\d{1,2})(?:\s*\2\s*(\d{1,2}))?(?![\d])/gu,
    read: ([, year, , month, day]) => [year, month, day],
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH_NAME}),?\\s+([12]\\d{3})\\b`, 'giu'),
    read: ([, day, month, year]) => [year, monthNumber(month), day],
  },
  {
    pattern: new RegExp(
      `\\b(${MONTH_NAME})\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+)?([12]\\d{3})\\b`,
      'giu',
    ),
    read: ([, month, day, year]) => [year, monthNumber(month), day],
  },
]
const NUMBER =
  /(总)?\s*第\s*([\d〇零一二三四五六七八九十百]{1,7})\s*[期号]|(?:\b(total|overall)\s+)?\b(?:issue|no|vol|volume|number)\s*(?:no)?\s*[.．:：#]?\s*(\d{1,6})\b|№\s*(\d{1,6})/giu

/** Takes the marks out of a line, in their order; what is left is a name, or nothing. */
export function takeMarks(line: string): { marks: IssueMark[]; rest: string } {
  const found: { at: number; mark: IssueMark }[] = []
  let rest = line
    .normalize('NFKC')
    .replace(
      /[二一][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?/gu,
      toArabic,
    )
  const take = (pattern: RegExp, read: (match: (string | undefined)[]) => IssueMark | null): void => {
    rest = rest.replace(pattern, (...match: (string | number | undefined)[]) => {
      const groups = match.slice(
        0,
        match.findIndex((part) => typeof part === 'number'),
      ) as (string | undefined)[]
      const at = match.find((part) => typeof part === 'number') as number
      const mark = read(groups)
      if (!mark) return groups[0] ?? ''
      found.push({ at, mark })
      return ' '.repeat((groups[0] ?? '').length)
    })
  }
  // Of a volume and its number, the number counts the issues.
  if (/\bno\s*[.:#]?\s*\d/iu.test(rest)) rest = rest.replace(/\bvol(?:ume)?\s*[.:]?\s*\d+\s*,?/giu, ' ')
  for (const { pattern, read } of DATES) take(pattern, (match) => dateMark(read(match)))
  take(NUMBER, ([, total, chinese, totalEn, english, sign]) =>
    numberMark(chinese ?? english ?? sign ?? '', Boolean(total ?? totalEn)),
  )
  return { marks: found.sort((a, b) => a.at - b.at).map(({ mark }) => mark), rest: cleanRest(rest) }
}

function cleanRest(rest: string): string {
  return rest
    .replace(/\(\s*\)|\[\s*\]|【\s*】/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s|｜·•,，;；:：/／—–-]+|[\s|｜·•,，;；:：/／—–(-]+$/gu, '')
    .replace(/^(?:[)\s]*|[12]\d{3}\s*年?)$/u, '')
}

function numberMark(text: string, total: boolean): IssueMark | null {
  const value = /^\d+$/u.test(text) ? Number(text) : chineseNumber(text)
  return value && value <= 999_999 ? { kind: 'number', value, total } : null
}

function dateMark([year, month, day]: (string | undefined)[]): IssueMark | null {
  const [y, m, d] = [Number(year), Number(month), Number(day ?? 1)]
  if (y < 1950 || y > 2199 || m < 1 || m > 12) return null
  const exists = new Date(Date.UTC(y, m - 1, d)).getUTCDate() === d && d >= 1
  const two = (value: number): string => String(value).padStart(2, '0')
  return { kind: 'date', month: `${y}-${two(m)}`, day: day && exists ? `${y}-${two(m)}-${two(d)}` : null }
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1)
}

function toArabic(date: string): string {
  const [year = '', rest = ''] = date.split('年')
  const digits = [...year].map((digit) => Math.max(0, '〇一二三四五六七八九'.indexOf(digit))).join('')
  return `${digits}年${rest.replace(/[一二三四五六七八九十]+/gu, (part) => String(chineseNumber(part) ?? ''))}`
}
