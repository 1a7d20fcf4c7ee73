import { Segments } from '#components/segments/segments'
import type { Words } from '#reader/words'
import { type ReadingMode, readingModes } from '#shared/newsletter/reading'

type Props = {
  words: Words
  mode: ReadingMode
  onChoose: (mode: ReadingMode) => void
  /** Whether it sets the default or speaks for one item. */
  scope: 'default' | 'item'
}

/** 中 / EN / 双语. */
export function LanguageSwitch({ words, mode, onChoose, scope }: Props) {
  return (
    <Segments
      label={scope === 'default' ? words.defaultLanguage : words.itemLanguage}
      segments={readingModes.map((value) => ({
        value,
        name: words.modeNames[value],
        spoken: words.modeLabels[value],
      }))}
      chosen={mode}
      onChoose={onChoose}
      look={scope === 'default' ? 'strong' : 'soft'}
    />
  )
}
