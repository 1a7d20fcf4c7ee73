import { chineseNumber } from './chinese-number'
import type { Strength, TimeContent } from './fact'
import type { FactScan } from './fact-scan'

const CHINESE =
  /(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚)?(\d{1,2}|十[一二]?|[零一二两三四五六七八九])(?:[:：](\d{2})(?!\d)|(?:时(?![代期段效隔限间刻长速])|点)(?:(\d{1,2})分|(半)|(整))?)/g
const ENGLISH = /\b(\d{1,2})(?:[:.](\d{2}))?\s?(?:([ap])\.?m\b\.?|o['’]clock)|\b(\d{1,2}):(\d{2})(?!\d)/gi
const ENGLISH_WORD = /\b(noon|midday|midnight)\b/gi

/** 上午9时30分, 下午3点, 24时, 9:30. */
export function takeChineseTimes(scan: FactScan): void {
  scan.take(CHINESE, ([all, part, written = '', colon, minutes, half, sharp], before) => {
    const isPoint = all.includes('点') && !minutes && !half && !sharp
    if (!part && (isPoint || !/\d/.test(written) || /[\d.,:]$/.test(before))) return null
    const hour = chineseNumber(written)?.value ?? 0
    return aTime(hour, half ? 30 : Number(colon ?? minutes ?? 0), partOfDay(part, colon !== undefined))
  })
}

/** 9:30 a.m., 3 pm, 15:00, noon. */
export function takeEnglishTimes(scan: FactScan): void {
  scan.take(ENGLISH, ([, hour, minute, half, bareHour, bareMinute]) =>
    bareHour === undefined
      ? aTime(Number(hour), Number(minute ?? 0), half ? (half.toLowerCase() === 'p' ? 'pm' : 'am') : null)
      : aTime(Number(bareHour), Number(bareMinute), 'exact'),
  )
  scan.take(ENGLISH_WORD, ([word = '']) =>
    aTime(12, 0, word.toLowerCase() === 'midnight' ? 'am' : 'pm', 'faint'),
  )
}

function partOfDay(word: string | undefined, isDigital: boolean): 'am' | 'pm' | 'exact' | null {
  if (word) return /下|傍|晚|中/.test(word) ? 'pm' : 'am'
  return isDigital ? 'exact' : null
}

function aTime(
  hour: number,
  minute: number,
  part: 'am' | 'pm' | 'exact' | null,
  strength: Strength = 'firm',
): TimeContent[] | null {
  if (hour > 24 || minute > 59) return null
  const hours = {
    am: [hour % 12 === 0 ? 0 : hour],
    pm: [hour < 12 ? hour + 12 : hour],
    exact: [hour % 24],
  }
  return [{ kind: 'time', strength, hours: part ? hours[part] : [hour % 24, (hour + 12) % 24], minute }]
}
