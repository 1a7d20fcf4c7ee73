import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import { opensWebAddress } from '#reader/open-web-address'
import { wordsIn } from '#reader/words'
import type { Paragraph } from '#shared/newsletter/issue'
import type { ShownHalf } from '#shared/newsletter/shown-item'
import { missingNote } from './missing-note'

type Props = { half: ShownHalf; onOpen: (address: string) => void }

/**
 * An item in one language. Nodes keep their places when the language changes, so that mostly their text is sent;
 * they bear a language of their own only where it is borrowed.
 */
export function HalfText({ half, onOpen }: Props) {
  const { language, title, body, missing, source } = half
  return (
    <View className={`half half--${language}`}>
      {title && (
        <Text
          className={
            title.language === language ? 'half__title' : `half__title half__title--${title.language}`
          }
          userSelect
          {...aria({ role: 'heading', level: 3 })}
        >
          {title.text}
        </Text>
      )}
      {body?.paragraphs.map((paragraph, index) => (
        <Text
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place in the text.
          key={index}
          className={
            body.language === language
              ? 'half__paragraph'
              : `half__paragraph half__paragraph--${body.language}`
          }
          userSelect
        >
          <Spans paragraph={paragraph} onOpen={onOpen} />
        </Text>
      ))}
      {missing && <Text className="half__missing">{missingNote(language, missing)}</Text>}
      {source !== null && (
        <Text className="half__source" onClick={() => onOpen(source)} {...aria({ role: 'link' })}>
          {opensWebAddress(source) ? wordsIn(language).source : wordsIn(language).copySource}
        </Text>
      )}
    </View>
  )
}

/** Plain runs are bare text: only emphasis and links need a node. */
function Spans({ paragraph, onOpen }: { paragraph: Paragraph; onOpen: Props['onOpen'] }) {
  return paragraph.map(({ text, emphasis, href }, index) => {
    if (!emphasis && href === undefined) return text
    const look = [emphasis && 'half__emphasis', href && 'half__link'].filter(Boolean).join(' ')
    const link = href === undefined ? {} : { onClick: () => onOpen(href), ...aria({ role: 'link' }) }
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place in the paragraph.
      <Text key={index} className={look} {...link}>
        {text}
      </Text>
    )
  })
}
