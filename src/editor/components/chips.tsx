import { View } from '@tarojs/components'
import { aria } from '#components/aria'

type Props<Value> = {
  label: string
  choices: readonly { value: Value; name: string }[]
  /** Null where none of them is. */
  chosen: Value | null
  onChoose: (value: Value) => void
}

/** One choice out of several short ones. */
export function Chips<Value extends string>({ label, choices, chosen, onChoose }: Props<Value>) {
  return (
    <View className="chips" {...aria({ role: 'radiogroup', label })}>
      {choices.map(({ value, name }) => (
        <View
          key={value}
          className={value === chosen ? 'chip chip--chosen' : 'chip'}
          hoverClass="pressed"
          onClick={() => onChoose(value)}
          {...aria({ role: 'radio', label: name, checked: value === chosen })}
        >
          {name}
        </View>
      ))}
    </View>
  )
}
