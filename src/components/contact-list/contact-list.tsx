import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from '#components/aria'
import { opensWebAddress, openWebAddress } from '#reader/open-web-address'
import type { Words } from '#reader/words'
import type { Contact } from '#shared/newsletter/issue'

type Line = { label: string; value: string; action: string; onTap: () => void }

/** How to reach the firm. Every value can be selected too, should the phone refuse what a tap asks for. */
export function ContactList({ contact, words }: { contact: Contact; words: Words }) {
  return (
    <View className="contact">
      {linesOf(contact, words).map(({ label, value, action, onTap }) => (
        <View key={`${label} ${value}`} className="contact__line">
          <Text className="contact__label">{label}</Text>
          <Text className="contact__value" userSelect>
            {value}
          </Text>
          <View
            className="contact__action"
            hoverClass="pressed"
            onClick={onTap}
            {...aria({ role: 'button', label: `${action} ${value}` })}
          >
            {action}
          </View>
        </View>
      ))}
    </View>
  )
}

function linesOf({ tel, fax, email, website }: Contact, words: Words): Line[] {
  const copied = (label: string, value: string): Line => ({
    label,
    value,
    action: words.copy,
    onTap: () => Taro.setClipboardData({ data: value }).catch(ignoreRefusal),
  })
  return [
    ...tel.map((value) => ({
      label: words.tel,
      value,
      action: words.call,
      onTap: () => Taro.makePhoneCall({ phoneNumber: value.replace(/[^\d+]/gu, '') }).catch(ignoreRefusal),
    })),
    ...fax.map((value) => copied(words.fax, value)),
    ...(email === null ? [] : [copied(words.email, email)]),
    ...(website === null
      ? []
      : [
          {
            label: words.website,
            value: website.replace(/^https?:\/\/|\/$/gu, ''),
            action: opensWebAddress(website) ? words.open : words.copy,
            onTap: () => openWebAddress(website, ignoreRefusal),
          },
        ]),
  ]
}

/** The reader said no, or the phone cannot: the value stands there to be selected. */
function ignoreRefusal(): void {}
