import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'

type Props = {
  title: string
  hint: string
  action?: { name: string; onTap: () => void }
}

/** Stands in a page's place when there is nothing to read: says why, and what can be done. */
export function Notice({ title, hint, action }: Props) {
  return (
    <View className="notice">
      <Text className="notice__title" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </Text>
      <Text className="notice__hint">{hint}</Text>
      {action && (
        <View
          className="notice__action"
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
