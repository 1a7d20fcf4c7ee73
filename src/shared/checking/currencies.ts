const CHINESE: readonly (readonly [string, string])[] = [
  ['美元|美金', 'USD'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['日元', 'JPY'],
  ['韩元|韩币', 'KRW'],
  ['港元|港币', 'HKD'],
  ['加元|加拿大元|加币', 'CAD'],
  ['澳元|澳大利亚元|澳币', 'AUD'],
  ['新加坡元|新元|新币', 'SGD'],
  ['新台币', 'TWD'],
  ['澳门元', 'MOP'],
  ['瑞士法郎', 'CHF'],
  ['(?:印度)?卢比', 'INR'],
  ['(?:土耳其)?里拉', 'TRY'],
  ['(?:巴西)?雷亚尔', 'BRL'],
  ['(?:俄罗斯)?卢布', 'RUB'],
  ['泰铢', 'THB'],
  ['越南盾', 'VND'],
  ['(?:元)?人民币|元(?![素宇旦])', 'RMB'],
]

/** What stands before an amount, what may stand after it, the code. */
const ENGLISH: readonly (readonly [string, string, string])[] = [
  ['RMB|CNY', 'RMB|CNY|yuan|renminbi', 'RMB'],
  ['USD|US\\$', 'USD|U\\.S\\. ?dollars?|US ?dollars?|American dollars?', 'USD'],
  ['HKD|HK\\$', 'HKD|Hong Kong dollars?', 'HKD'],
  ['CAD|CA?\\$', 'CAD|Canadian dollars?', 'CAD'],
  ['AUD|AU?\\$', 'AUD|Australian dollars?', 'AUD'],
  ['SGD|SG?\\$', 'SGD|Singapore dollars?', 'SGD'],
  ['TWD|NT\\$', 'TWD', 'TWD'],
  ['MOP', 'MOP', 'MOP'],
  ['EUR|€', 'EUR|euros?', 'EUR'],
  ['GBP|£', 'GBP|pounds?(?: sterling)?', 'GBP'],
  ['JPY', 'JPY|(?:Japanese )?yen', 'JPY'],
  ['KRW|₩', 'KRW|(?:South )?(?:Korean )?won', 'KRW'],
  ['CHF', 'CHF|Swiss francs?', 'CHF'],
  ['INR|₹', 'INR|(?:Indian )?rupees?', 'INR'],
  ['TRY|₺', 'TRY|(?:Turkish )?liras?', 'TRY'],
  ['BRL|R\\$', 'BRL|(?:Brazilian )?rea(?:l|is)', 'BRL'],
  ['RUB|₽', 'RUB|(?:Russian )?rou?bles?', 'RUB'],
  ['THB|฿', 'THB|baht', 'THB'],
  ['VND|₫', 'VND|dong', 'VND'],
  ['\\$', 'dollars?', '$'],
  ['¥|￥', 'RMB', '¥'],
]

/** What a sign may stand for that several currencies share. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'HKD', 'CAD', 'AUD', 'SGD', 'TWD', 'MOP'],
  '¥': ['RMB', 'JPY'],
}

const CODES = new Set([...CHINESE.map(([, code]) => code), ...ENGLISH.map(([, , code]) => code)])

export const CHINESE_CURRENCY = CHINESE.map(([names]) => names).join('|')
export const ENGLISH_SIGN = ENGLISH.map(([sign]) => sign).join('|')
export const ENGLISH_CURRENCY = ENGLISH.map(([, names]) => names).join('|')

export function chineseCurrency(name: string): string | null {
  return CHINESE.find(([names]) => isOneOf(names, name))?.[1] ?? null
}

export function englishCurrency(name: string): string | null {
  return ENGLISH.find(([sign, names]) => isOneOf(`${sign}|${names}`, name))?.[2] ?? null
}

export function isCurrency(unit: string | null): boolean {
  return unit !== null && CODES.has(unit)
}

export function isSameCurrency(a: string, b: string): boolean {
  return a === b || (SHARED[a]?.includes(b) ?? false) || (SHARED[b]?.includes(a) ?? false)
}

function isOneOf(names: string, name: string): boolean {
  return new RegExp(`^(?:${names})$`, 'i').test(name)
}
