import { call } from '#cloud/call'
import { useReader } from '#reader/use-reader'
import { getFirm } from '#shared/firm/endpoints'
import { AnswerView } from '../../components/answer-view'
import { EditorPage } from '../../editor-page'
import { useAnswer } from '../../use-answer'
import { firmWordsIn } from '../../words-firm'
import { askRole } from '../ask-role'
import { FirmEditor } from './firm-editor'
import './firm.scss'

const ask = async () => {
  const [role, firm] = await Promise.all([askRole(), call(getFirm, {})])
  return { isOwner: role === 'owner', firm }
}

/** How readers follow and reach the firm. */
export default function FirmPage() {
  const { language } = useReader()
  return (
    <EditorPage title={firmWordsIn(language).title}>
      <AnswerView of={useAnswer(ask)} language={language}>
        {(value) => <FirmEditor {...value} language={language} />}
      </AnswerView>
    </EditorPage>
  )
}
