import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Language } from '#shared/newsletter/bilingual'
import { Action } from '../components/action'
import { Part } from '../components/part'
import { publishWordsIn } from '../words-publish'
import type { Obstacle } from './obstacles-of'

/** What stands against publishing, each with the way to where it is mended. */
export function Obstacles({ obstacles, language }: { obstacles: readonly Obstacle[]; language: Language }) {
  const words = publishWordsIn(language)
  if (obstacles.length === 0) return null
  return (
    <Part title={words.inTheWay}>
      {obstacles.map(({ sentence, address, isOther }) => (
        <View key={`${sentence} ${address}`} className="obstacle">
          <Text className="said said--grave">{sentence}</Text>
          <Action
            name={isOther ? words.toOther : words.toDraft}
            spoken={`${isOther ? words.toOther : words.toDraft}: ${sentence}`}
            onTap={() => Taro.navigateTo({ url: address })}
          />
        </View>
      ))}
    </Part>
  )
}
