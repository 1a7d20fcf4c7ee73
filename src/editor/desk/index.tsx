import { useRouter } from '@tarojs/taro'
import { call } from '#cloud/call'
import { useReader } from '#reader/use-reader'
import { enterDesk } from '#shared/editors/endpoints'
import { AnswerView } from '../components/answer-view'
import { EditorPage } from '../editor-page'
import { useAnswer } from '../use-answer'
import { editorWordsIn } from '../words'
import { deskWordsIn } from '../words-desk'
import { DraftList } from './draft-list'
import { Invitation } from './invitation'
import { NoRole } from './no-role'
import { StartIssue } from './start-issue'
import { Ways } from './ways'
import './index.scss'

const ask = () => call(enterDesk, {})

/** Where editors begin: what is being prepared, and what can be begun. For anyone else, what this is. */
export default function DeskPage() {
  const reader = useReader()
  const { language } = reader
  const words = deskWordsIn(language)
  const { invitation } = useRouter().params
  const entered = useAnswer(ask)
  return (
    <EditorPage title={editorWordsIn(language).desk}>
      <AnswerView of={entered} language={language}>
        {({ role, name, isUnclaimed }) => (
          <>
            {invitation && (
              <Invitation token={invitation} name={name} reader={reader} onAccepted={entered.refresh} />
            )}
            {role === null ? (
              <NoRole
                isUnclaimed={isUnclaimed}
                isInvited={invitation !== undefined}
                reader={reader}
                onClaimed={entered.refresh}
              />
            ) : (
              <>
                <Ways words={words} who={`${name} · ${words.roles[role]}`} />
                <StartIssue words={words} language={language} />
                <DraftList words={words} reader={reader} />
              </>
            )}
          </>
        )}
      </AnswerView>
    </EditorPage>
  )
}
