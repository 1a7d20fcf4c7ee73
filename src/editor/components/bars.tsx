import { Text, View } from '@tarojs/components'

export type Bar = { name: string; value: number; look?: 'good' | 'waiting' | 'bad' }

/** A bar for each of a few figures, which stand beside them: the picture adds nothing that is not written. */
export function Bars({ bars }: { bars: readonly Bar[] }) {
  const longest = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <View className="bars">
      {bars.map(({ name, value, look = 'good' }) => (
        <View key={name} className="bar">
          <Text className="bar__name">{name}</Text>
          <View className="bar__track">
            <View className={`bar__fill bar__fill--${look}`} style={{ width: widthOf(value, longest) }} />
          </View>
          <Text className="bar__value">{inThousands(value)}</Text>
        </View>
      ))}
    </View>
  )
}

/** One is seen beside ten thousand. */
function widthOf(value: number, longest: number): string {
  return value === 0 ? '0' : `max(3px, ${((value / longest) * 100).toFixed(1)}%)`
}

/** `12,345`; some phones lack `toLocaleString`'s locales. */
function inThousands(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',')
}
