import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Frame } from '#components/frame/frame'
import { LanguageSwitch } from '#components/language-switch/language-switch'
import { Notice } from '#components/notice/notice'
import { platformLanguage } from '#reader/platform'
import { useReader } from '#reader/use-reader'
import { wordsIn } from '#reader/words'
import type { Draft } from '#shared/drafts/draft'
import { interfaceLanguage } from '#shared/newsletter/reading'
import { IssueText } from '../../pages/issue/issue-text'
import { addresses } from '../addresses'
import { WithDraft } from '../components/with-draft'
import { usePageTitle } from '../use-page-title'
import { previewWordsIn } from '../words-preview'
import '../../pages/issue/index.scss'

/** The draft as readers will see it, in any of their modes: nothing is counted, and no alerts are offered. */
export default function PreviewPage() {
  usePageTitle(previewWordsIn(useReader().language).title)
  return (
    <Frame isWide>
      <WithDraft>{({ draft }) => <Preview draft={draft} />}</WithDraft>
    </Frame>
  )
}

/** Its switch is the preview's own: the editor's way of reading stays as it is. */
function Preview({ draft: { id, issue } }: { draft: Draft }) {
  const reader = useReader()
  const [mode, setMode] = useState(reader.mode)
  const words = previewWordsIn(reader.language)
  const language = interfaceLanguage(mode, platformLanguage)
  const sections = issue.sections.filter(({ items }) => items.length > 0)
  if (sections.length === 0)
    return (
      <Notice
        title={words.empty}
        hint={words.emptyHint}
        action={{ name: words.toDraft, onTap: () => Taro.redirectTo({ url: addresses.draft(id) }) }}
      />
    )
  return (
    <>
      <View className="top-bar">
        <Text className="top-bar__title">{words.bar}</Text>
        <LanguageSwitch words={reader.words} mode={mode} onChoose={setMode} scope="default" />
      </View>
      <View className={`frame--${language}`}>
        <IssueText
          issue={{ ...issue, sections }}
          reader={{ ...reader, mode, language, words: wordsIn(language) }}
        />
      </View>
    </>
  )
}
