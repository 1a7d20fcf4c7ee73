import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { useReader } from '#reader/use-reader'
import { addresses } from '../addresses'
import { Action } from '../components/action'
import { AnswerView } from '../components/answer-view'
import { EditorPage } from '../editor-page'
import { useAnswer } from '../use-answer'
import { editorWordsIn } from '../words'
import { codesWordsIn } from '../words-codes'
import { askCodes } from './ask-codes'
import { CodeList } from './code-list'
import { NewCode } from './new-code'
import { askPossibleTargets } from './possible-targets'
import './codes.scss'

/**
 * The codes that lead here from paper: making them, pointing them, and who came by each. With `posters`, those that
 * readers share.
 */
export default function CodesPage() {
  const reader = useReader()
  const words = codesWordsIn(reader.language)
  const posters = useRouter().params.posters !== undefined
  const [pages, setPages] = useState(1)
  const [opened, setOpened] = useState<string | null>(null)
  const ask = useCallback(async () => {
    const [list, targets] = await Promise.all([askCodes(posters, pages), askPossibleTargets()])
    return { ...list, targets, pages }
  }, [posters, pages])
  const answer = useAnswer(ask)

  return (
    <EditorPage title={posters ? words.posters : editorWordsIn(reader.language).codes}>
      <AnswerView of={answer} language={reader.language}>
        {({ codes, issues, next, targets, pages: shown }) => (
          <>
            {!posters && (
              <NewCode targets={targets} reader={reader} onMade={setOpened} onDone={answer.refresh} />
            )}
            <CodeList
              posters={posters}
              codes={codes}
              ledTo={{ series: targets.series, issues }}
              targets={targets}
              reader={reader}
              opened={opened}
              onOpen={setOpened}
              onChanged={answer.refresh}
              // Asked for before, and not got: the same is asked for again.
              {...(next !== null && {
                onEarlier: () => (pages > shown ? answer.refresh() : setPages(shown + 1)),
              })}
            />
            {!posters && <Action name={words.posters} onTap={toPosters} />}
          </>
        )}
      </AnswerView>
    </EditorPage>
  )
}

function toPosters(): void {
  Taro.navigateTo({ url: addresses.posterCodes })
}
