import { Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import type { Language } from '#shared/newsletter/bilingual'
import { chooseFile } from '../choose-file'
import { isAtStart, placeInWords, problemInWords } from '../problem-in-words'
import { documentImport, useImport } from '../use-import'
import { type DeskWords, deskWordsIn } from '../words-desk'
import { troubleWordsIn } from '../words-trouble'
import { Action } from './action'

type Props = {
  name: string
  language: Language
  look?: 'main' | 'quiet'
  /** The open draft that the document goes on. */
  draftId?: string
  /** Runs before the document is sent: the draft has to be stored as it stands. */
  before?: () => Promise<void>
}

/** Chooses a document, and says how it goes. */
export function ImportLine({ name, language, look = 'quiet', draftId, before }: Props) {
  const words = deskWordsIn(language)
  const state = useImport()
  const isBusy =
    state !== null &&
    (state.state === 'preparing' || state.state === 'uploading' || state.state === 'reading')

  async function choose(): Promise<void> {
    const file = await chooseFile('document')
    if (!file) return
    await before?.()
    await documentImport.start(file, draftId)
  }

  return (
    <View className="import">
      <Action name={name} look={look} isBusy={isBusy} onTap={() => void choose()} />
      {state && <ImportStatus words={words} language={language} />}
    </View>
  )
}

function ImportStatus({ words, language }: { words: DeskWords; language: Language }) {
  const state = useImport()
  if (!state || state.state === 'done') return null
  if (state.state === 'failed')
    return (
      <View {...aria({ role: 'status' })}>
        <Text className="said said--grave">{words.notRead(state.fileName)}</Text>
        {state.problems.map((problem) => (
          <Text key={`${problem.code} ${problem.message}`} className="said">
            {problemInWords(problem, language)}
            {!isAtStart(problem.place) && ` ${placeInWords(problem.place, language)}`}
          </Text>
        ))}
      </View>
    )
  return (
    <Text className={state.state === 'stopped' ? 'said said--grave' : 'said'} {...aria({ role: 'status' })}>
      {state.state === 'stopped'
        ? whyStopped(state.why, words, language)
        : words.steps[state.state](state.fileName)}
    </Text>
  )
}

type Why = Extract<NonNullable<ReturnType<typeof useImport>>, { state: 'stopped' }>['why']

function whyStopped(why: Why, words: DeskWords, language: Language): string {
  if (why === 'too-large') return words.tooLarge
  if (why === 'empty-file') return words.emptyFile
  if (why === 'lost-track') return words.lostTrack
  return troubleWordsIn(language).acts[why]
}
