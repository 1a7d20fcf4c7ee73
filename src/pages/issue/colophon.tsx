import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { aria } from '#components/aria'
import { ContactList } from '#components/contact-list/contact-list'
import { FollowFirm } from '#components/follow-firm/follow-firm'
import { firmContact } from '#reader/firm'
import { useFirm } from '#reader/use-firm'
import type { Reader } from '#reader/use-reader'
import type { Contact, Issue } from '#shared/newsletter/issue'
import { firstText, showText } from '#shared/newsletter/shown-text'

type Props = {
  issue: Pick<Issue, 'contact' | 'disclaimer' | 'publication' | 'number'>
  reader: Reader
}

/** The back cover. It fills the screen, so that the last item too stays where it is when its text grows shorter. */
export function Colophon({ issue, reader }: Props) {
  const { words, mode, language } = reader
  const { contact, disclaimer, publication, number } = issue
  const [isReached, setReached] = useState(false)
  useReachBottom(() => setReached(true))
  const firm = useFirm(isReached)
  return (
    <View className="colophon">
      <Text className="colophon__name">{firstText(publication, language)}</Text>
      {number !== null && <Text className="colophon__number">{words.runningNumber(number)}</Text>}
      {showText(disclaimer, mode).map(({ language, text }) => (
        <Text key={language} className={`colophon__disclaimer colophon__disclaimer--${language}`} userSelect>
          {text}
        </Text>
      ))}
      <Text className="colophon__title" {...aria({ role: 'heading', level: 2 })}>
        {words.contact}
      </Text>
      <ContactList contact={isEmpty(contact) ? (firm?.contact ?? firmContact) : contact} reader={reader} />
      {firm?.account && (
        <>
          <Text className="colophon__title" {...aria({ role: 'heading', level: 2 })}>
            {words.follow}
          </Text>
          <FollowFirm account={firm.account} words={words} />
        </>
      )}
    </View>
  )
}

function isEmpty({ website, email, tel, fax }: Contact): boolean {
  return !website && !email && tel.length + fax.length === 0
}
