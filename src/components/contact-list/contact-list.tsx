import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { aria } from '#components/aria'
import { copyText } from '#reader/copy-text'
import { opensWebAddress, openWebAddress } from '#reader/open-web-address'
import { isSinglePage } from '#reader/platform'
import type { Reader } from '#reader/use-reader'
import type { Contact } from '#shared/newsletter/issue'
import { otherLanguage } from '#shared/newsletter/reading'
import { addToContacts } from './add-to-contacts'
import { ContactAction } from './contact-action'
import { ContactLine } from './contact-line'

type Props = { contact: Contact; reader: Pick<Reader, 'words' | 'language'> }

/** How to reach the firm, and what a tap does about it. */
export function ContactList({ contact, reader: { words, language } }: Props) {
  const { tel, fax, email, website, offices } = contact
  const [isRefused, setRefused] = useState(false)
  const places = offices[language].length > 0 ? offices[language] : offices[otherLanguage(language)]
  return (
    <View className="contact">
      {tel.map((number) => (
        <ContactLine
          key={number}
          label={words.tel}
          values={[number]}
          action={words.call}
          onTap={() => dial(number)}
        />
      ))}
      {fax.map((number) => (
        <ContactLine
          key={number}
          label={words.fax}
          values={[number]}
          action={words.copy}
          onTap={() => copyText(number)}
        />
      ))}
      {email !== null && (
        <ContactLine
          label={words.email}
          values={[email]}
          action={process.env.TARO_ENV === 'h5' ? words.open : words.copy}
          onTap={() => writeTo(email)}
        />
      )}
      {website !== null && (
        <ContactLine
          label={words.website}
          values={[website.replace(/^https?:\/\/|\/$/g, '')]}
          action={opensWebAddress(website) ? words.open : words.copy}
          onTap={() => openWebAddress(website, () => {})}
        />
      )}
      {places.length > 0 && (
        <ContactLine
          label={words.offices}
          values={places}
          action={words.copy}
          onTap={() => copyText(places.join('\n'))}
        />
      )}
      {!isSinglePage && (
        <ContactAction
          name={words.addToContacts}
          onTap={async () => setRefused(!(await addToContacts(contact, words.firm)))}
        />
      )}
      {isRefused && (
        <Text className="contact__note" {...aria({ role: 'status' })}>
          {words.notAdded}
        </Text>
      )}
    </View>
  )
}

/**
 * Without an extension, whose digits would make it another number. A call that the reader thought better of is no
 * error.
 */
function dial(number: string): void {
  const phoneNumber = number.replace(/(\d)\W*(转|分机|ext|x|#).*/i, '$1').replace(/[^\d+]/g, '')
  Taro.makePhoneCall({ phoneNumber }).catch(() => {})
}

/** A mini-program opens no mail. */
function writeTo(email: string): void {
  if (process.env.TARO_ENV === 'h5') window.location.href = `mailto:${email}`
  else copyText(email)
}
