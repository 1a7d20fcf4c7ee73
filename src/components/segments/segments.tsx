import { View } from '@tarojs/components'
import { aria } from '#components/aria'

export type Segment<Value> = {
  value: Value
  name: string
  /** What a screen reader says instead of the short name. */
  spoken: string
}

type Props<Value> = {
  /** What is chosen here, for those who do not see it. */
  label: string
  segments: readonly Segment<Value>[]
  chosen: Value
  onChoose: (value: Value) => void
  /** `strong` for what holds for everything, `soft` for a single item. */
  look: 'strong' | 'soft'
}

/**
 * One choice out of a few, side by side. Drawn small; each segment can be tapped in 44 px.
 * The whole says which one is chosen, so that a change sends one name and not two.
 */
export function Segments<Value extends string | number>({
  label,
  segments,
  chosen,
  onChoose,
  look,
}: Props<Value>) {
  const place = segments.findIndex((segment) => segment.value === chosen)
  return (
    <View className={`segments ${look} at-${place}`} {...aria({ role: 'radiogroup', label })}>
      {segments.map(({ value, name, spoken }) => (
        <View
          key={value}
          className="segment"
          hoverClass="segment--pressed"
          onClick={() => onChoose(value)}
          {...aria({ role: 'radio', label: spoken, checked: value === chosen })}
        >
          {name}
        </View>
      ))}
    </View>
  )
}
