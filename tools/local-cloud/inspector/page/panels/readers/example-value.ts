import { beijingTime } from '../../beijing-time'

/** A value that WeChat takes for a field of this name; empty where the type has none that fits each template. */
export function exampleValue(field: string, now: number): string {
  const [date = '', time = ''] = beijingTime(now).split(' ')
  const examples: Record<string, string> = {
    thing: '一条试发的消息',
    number: '1',
    letter: 'A',
    symbol: '+',
    character_string: 'A1',
    time: time.slice(0, 5),
    date,
    amount: '1元',
    phone_number: '+86-10-64096260',
    car_number: '京A12345',
    name: '王磊',
    phrase: '已更新',
  }
  return examples[field.replace(/\d+$/u, '')] ?? ''
}
