import { BEIJING_OFFSET } from './quiet-hours'

/** `2026年11月25日 09:05`, as WeChat takes moments. */
export function beijingMoment(at: number): string {
  const [date = '', time = ''] = new Date(at + BEIJING_OFFSET).toISOString().split('T')
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日 ${time.slice(0, 5)}`
}
