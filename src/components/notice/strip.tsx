import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'

type Props = { text: string; action?: { name: string; onTap: () => void } }

/** One line above what is read, and what can be done about it. */
export function Strip({ text, action }: Props) {
  return (
    <View className="strip" {...aria({ role: 'status' })}>
      <Text className="strip__text">{text}</Text>
      {action && (
        <View
          className="strip__action"
          hoverClass="pressed"
          onClick={action.onTap}
          {...aria({ role: 'button' })}
        >
          {action.name}
        </View>
      )}
    </View>
  )
}
