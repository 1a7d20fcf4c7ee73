import type { MiniProgram } from './mini-program'

export type Toggle = {
  item: string
  to: '中' | 'EN' | '双语'
  /** The size of each setData that the tap led to. */
  setDataBytes: number[]
  /** UTF-8 bytes of the text that the item shows afterwards, its switch aside. */
  shownBytes: number
}

/** From Chinese, every way between two of the three choices, and back to Chinese. */
const tour = ['EN', '双语', '中', '双语', 'EN', '中'] as const

/** Takes items of the issue on the screen through their switches, and tells what each tap sent to the screen. */
export async function toggleItems(phone: MiniProgram, items = itemsOf(phone)): Promise<Toggle[]> {
  const toggles: Toggle[] = []
  for (const id of items) {
    for (const to of tour) {
      const before = phone.page.setDatas.length
      await phone.tap(phone.page.find({ id }).find({ role: 'radio', text: to }))
      const setDataBytes = phone.page.setDatas.slice(before).map(({ bytes }) => bytes)
      const shown = phone.page.find({ id }).elements.filter((part) => part.aria.role !== 'radiogroup')
      const shownBytes = shown.reduce((sum, part) => sum + Buffer.byteLength(part.text), 0)
      toggles.push({ item: id, to, setDataBytes, shownBytes })
    }
  }
  return toggles
}

export function itemsOf(phone: MiniProgram): string[] {
  return phone.page.all({ id: /^item-\d+-\d+$/u }).map(({ id }) => id)
}
