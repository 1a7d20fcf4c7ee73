import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'

type Props = {
  label: string
  choices: readonly { value: string; name: string; note?: string }[]
  chosen: string | null
  onChoose: (value: string) => void
}

/** One choice out of several that take a line each. */
export function LongChoice({ label, choices, chosen, onChoose }: Props) {
  return (
    <View {...aria({ role: 'radiogroup', label })}>
      {choices.map(({ value, name, note }) => (
        <View
          key={value}
          className={value === chosen ? 'long-choice long-choice--chosen' : 'long-choice'}
          hoverClass="pressed"
          onClick={() => onChoose(value)}
          {...aria({ role: 'radio', label: name, checked: value === chosen })}
        >
          <View className="long-choice__text">
            <Text className="long-choice__name">{name}</Text>
            {note !== undefined && <Text className="long-choice__note">{note}</Text>}
          </View>
        </View>
      ))}
    </View>
  )
}
