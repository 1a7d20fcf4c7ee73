import { Text, View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { aria } from '#components/aria'
import { isSinglePage } from '#reader/platform'
import type { Reader } from '#reader/use-reader'
import type { Contact } from '#shared/newsletter/issue'
import { otherLanguage } from '#shared/newsletter/reading'
import { addToContacts } from './add-to-contacts'
import { contactLines } from './contact-lines'

type Props = { contact: Contact; reader: Pick<Reader, 'words' | 'language'> }

/**
 * How to reach the firm. Every value can be selected too, should the phone refuse what a tap asks for; the timeline's
 * single page can do none of it.
 */
export function ContactList({ contact, reader: { words, language } }: Props) {
  const [isRefused, setRefused] = useState(false)
  const { [language]: own, [otherLanguage(language)]: others } = contact.offices
  const offices = own.length > 0 ? own : others
  const lines = contactLines(contact, words)
  return (
    <View className="contact">
      {lines.map(({ label, value, action, onTap }) => (
        <Line key={`${label} ${value}`} label={label} values={[value]}>
          {!isSinglePage && <Action name={action} spoken={`${action} ${value}`} onTap={onTap} />}
        </Line>
      ))}
      {offices.length > 0 && <Line label={words.offices} values={offices} />}
      {lines.length > 0 && !isSinglePage && (
        <Action
          name={words.addToContacts}
          onTap={async () => setRefused(!(await addToContacts(contact, words.firm)))}
        />
      )}
      {isRefused && (
        <Text className="contact__refused" {...aria({ role: 'status' })}>
          {words.notAdded}
        </Text>
      )}
    </View>
  )
}

function Line({ label, values, children }: PropsWithChildren<{ label: string; values: readonly string[] }>) {
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
      {children}
    </View>
  )
}

function Action({ name, spoken, onTap }: { name: string; spoken?: string; onTap: () => void }) {
  return (
    <View
      className="contact__action"
      hoverClass="pressed"
      onClick={onTap}
      {...aria({ role: 'button', ...(spoken !== undefined && { label: spoken }) })}
    >
      {name}
    </View>
  )
}
