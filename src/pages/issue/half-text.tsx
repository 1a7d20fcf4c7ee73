import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import { opensWebAddress } from '#reader/open-web-address'
import { wordsIn } from '#reader/words'
import type { Paragraph } from '#shared/newsletter/issue'
import type { ShownHalf } from '#shared/newsletter/shown-item'
import { missingNote } from './missing-note'

type Props = {
  half: ShownHalf | null
  /** Every item has one, whatever its mode. */
  isFirst?: boolean
  onOpen: (address: string) => void
}

/**
 * An item in one language. Nodes keep their places when the language changes, so that mostly their text is sent;
 * they bear a language of their own only where it is borrowed.
 */
export function HalfText({ half, isFirst = false, onOpen }: Props) {
  // The place of a second half, which is always English: it keeps its name while it is empty.
  if (!half) return <View className="half en" />
  const { language, title, body, missing, incomplete, source } = half
  const inLanguage = (look: string, own: string) => (own === language ? look : `${look} ${own}`)
  return (
    <View className={isFirst ? `half ${language} first` : `half ${language}`}>
      {title && (
        <Text
          className={inLanguage('title', title.language)}
          userSelect
          {...aria({ role: 'heading', level: 3 })}
        >
          {title.text}
        </Text>
      )}
      <View className="body">
        {body?.paragraphs.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place in the text.
          <Text key={index} className={inLanguage('text', body.language)} userSelect>
            <Spans paragraph={paragraph} onOpen={onOpen} />
          </Text>
        ))}
        {incomplete && (
          <Text className={missing ? 'missing' : ''}>{missing && missingNote(language, missing)}</Text>
        )}
        {source !== null && (
          <Text className="source" onClick={() => onOpen(source)} {...aria({ role: 'link' })}>
            {opensWebAddress(source) ? wordsIn(language).source : wordsIn(language).copySource}
          </Text>
        )}
      </View>
    </View>
  )
}

/** Plain runs are bare text, and emphasis a node without a name: only links need more. */
function Spans({ paragraph, onOpen }: { paragraph: Paragraph; onOpen: Props['onOpen'] }) {
  return paragraph.map(({ text, emphasis, href }, index) => {
    if (!emphasis && href === undefined) return text
    const look = emphasis ? 'link link--emphasis' : 'link'
    const link =
      href === undefined ? {} : { className: look, onClick: () => onOpen(href), ...aria({ role: 'link' }) }
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place in the paragraph.
      <Text key={index} {...link}>
        {text}
      </Text>
    )
  })
}
