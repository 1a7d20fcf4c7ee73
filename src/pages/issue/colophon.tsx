import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import { ContactList } from '#components/contact-list/contact-list'
import { DOT } from '#reader/dot'
import type { Reader } from '#reader/use-reader'
import type { Language } from '#shared/newsletter/bilingual'
import type { Contact, Issue } from '#shared/newsletter/issue'
import { otherLanguage } from '#shared/newsletter/reading'
import { firstText, showText } from '#shared/newsletter/shown-text'

type Props = {
  issue: Pick<Issue, 'contact' | 'disclaimer' | 'publication' | 'number'>
  reader: Reader
}

/** The back cover. It fills the screen, so that the last item too stays where it is when its text grows shorter. */
export function Colophon({ issue, reader }: Props) {
  const { words, mode, language } = reader
  const { contact, disclaimer, publication, number } = issue
  const offices = officesIn(contact, language)
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
      <ContactList contact={contact} words={words} />
      {offices.length > 0 && <Text className="colophon__offices">{offices.join(DOT)}</Text>}
    </View>
  )
}

function officesIn({ offices }: Contact, language: Language): readonly string[] {
  return offices[language].length > 0 ? offices[language] : offices[otherLanguage(language)]
}
