import { type CommonEventFunction, Text, Textarea, View } from '@tarojs/components'
import { textToSpans } from '#shared/drafts/text-to-spans'
import type { Language } from '#shared/newsletter/bilingual'
import { fieldName } from '../components/field-name'
import type { ItemWords } from '../words-item'
import type { Row } from './paragraph-rows'

type Props = {
  row: Row
  label: string
  language: Language
  example: string
  words: ItemWords
  /** Whether it was just made, and is to be written in at once. */
  isNew: boolean
  onWrite: (text: string, cursor: number) => void
  onFocus: () => void
  onLeave: (cursor: number | null) => void
}

/** A paragraph to write in, and where it has emphasis or links, how readers see it. */
export function ParagraphField({
  row,
  label,
  language,
  example,
  words,
  isNew,
  onWrite,
  onFocus,
  onLeave,
}: Props) {
  const spans = textToSpans(row.text)
  const isPlain = spans.every(({ emphasis, href }) => !emphasis && href === undefined)
  return (
    <>
      <Textarea
        className={`paragraph__text paragraph__text--${language}`}
        value={row.text}
        placeholder={example}
        placeholderClass="field__example"
        maxlength={-1}
        autoHeight
        disableDefaultPadding
        cursorSpacing={CURSOR_SPACING}
        focus={isNew}
        onInput={({ detail }) => onWrite(detail.value, detail.cursor)}
        onFocus={onFocus}
        onBlur={(event) => onLeave(cursorIn(event))}
        {...(process.env.TARO_ENV === 'h5' && { autoFocus: isNew })}
        {...fieldName(label)}
      />
      {!isPlain && (
        <View className="paragraph__preview">
          <Text className="paragraph__note">{words.preview}</Text>
          <Text className={`paragraph__shown paragraph__shown--${language}`}>
            {spans.map(({ text, emphasis, href }, index) => (
              <Text
                // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place in the paragraph.
                key={index}
                className={[emphasis && 'paragraph__emphasis', href !== undefined && 'paragraph__link']
                  .filter(Boolean)
                  .join(' ')}
              >
                {text}
              </Text>
            ))}
          </Text>
        </View>
      )}
    </>
  )
}

/** px between the cursor and the keyboard: a line or two of what follows stay in sight. */
const CURSOR_SPACING = 96

type BlurEvent = Parameters<CommonEventFunction<{ value: string; cursor?: number }>>[0]
type Field = { querySelector?(name: string): { selectionStart: number } | null }

/** WeChat says where the cursor was; a browser has to be asked. */
function cursorIn({ detail, target }: BlurEvent): number | null {
  if (typeof detail.cursor === 'number') return detail.cursor
  return (target as Field).querySelector?.('textarea')?.selectionStart ?? null
}
