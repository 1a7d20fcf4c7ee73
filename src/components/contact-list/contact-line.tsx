import { Text, View } from '@tarojs/components'
import { isSinglePage } from '#reader/platform'
import { ContactAction } from './contact-action'

type Props = { label: string; values: readonly string[]; action?: string; onTap?: () => void }

/**
 * Every value can be selected too, should the phone refuse what a tap asks for. In the timeline's single page nothing
 * can be done with it.
 */
export function ContactLine({ label, values, action, onTap }: Props) {
  return (
    <View className="contact__line">
      <Text className="contact__label">{label}</Text>
      <View className="contact__value">
        {values.map((value) => (
          <Text key={value} className="contact__text" userSelect>
            {value}
          </Text>
        ))}
      </View>
      {action && onTap && !isSinglePage && (
        <ContactAction name={action} of={values.join(' ')} onTap={onTap} />
      )}
    </View>
  )
}
