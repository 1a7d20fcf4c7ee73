import Taro from '@tarojs/taro'
import { addresses } from '../addresses'
import { Entry } from '../components/entry'
import { Part } from '../components/part'
import type { DeskWords } from '../words-desk'

/** What else there is at the desk. `note` says who one is here. */
export function Ways({ words, note }: { words: DeskWords; note: string }) {
  const open = (url: string) => () => void Taro.navigateTo({ url })
  return (
    <Part title={note}>
      <Entry name={words.watch} onTap={open(addresses.watch)} />
      <Entry name={words.settings} onTap={open(addresses.settings)} />
    </Part>
  )
}
