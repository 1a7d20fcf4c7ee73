import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '#cloud/call'
import { DOT } from '#reader/dot'
import { HOME } from '#reader/go-to-target'
import { useReader } from '#reader/use-reader'
import { listEditors, removeEditor } from '#shared/editors/endpoints'
import { addresses } from '../addresses'
import { momentInWords } from '../beijing-time'
import { AnswerView } from '../components/answer-view'
import { Entry } from '../components/entry'
import { Part } from '../components/part'
import { Said } from '../components/said'
import { SureAction } from '../components/sure-action'
import { EditorPage } from '../editor-page'
import { useAct } from '../use-act'
import { useAnswer } from '../use-answer'
import { settingsWordsIn } from '../words-settings'
import { type Invitation, Invite } from './invite'
import './settings.scss'

const ask = () => call(listEditors, {})

/** Who may work at the desk, for owners. */
export function EditorsPage() {
  const reader = useReader()
  const { language } = reader
  const words = settingsWordsIn(language)
  const answer = useAnswer(ask)
  const act = useAct(language, { CONFLICT: words.noOwnerLeft })
  const [made, setMade] = useState<Invitation | null>(null)
  // From WeChat's own menu too: what is shared is the invitation, else this page is of no use to anyone.
  useShareAppMessage(() =>
    made
      ? { title: words.cardTitle(made.name), path: addresses.invitation(made.token) }
      : { title: reader.words.issues, path: HOME },
  )
  const remove = (key: string) =>
    act
      .run(async () => {
        await call(removeEditor, { key })
        return words.removed
      })
      .then(answer.refresh)
  return (
    <EditorPage title={words.people}>
      <AnswerView of={answer} language={language}>
        {({ editors, invitations }) => (
          <>
            <Part title={words.people}>
              {editors.map(({ key, name, role, since, isYou }) => (
                <Entry
                  key={key}
                  name={isYou ? `${name}（${words.you}）` : name}
                  note={[words.roles[role], words.since(momentInWords(since, reader.words))].join(DOT)}
                >
                  <SureAction
                    name={words.remove}
                    question={words.removeQuestion(name)}
                    confirm={words.removeConfirm}
                    cancel={words.keep}
                    isBusy={act.isBusy}
                    onSure={() => remove(key)}
                  />
                </Entry>
              ))}
              <Said of={act} />
            </Part>
            {invitations.length > 0 && (
              <Part title={words.invitations}>
                {invitations.map(({ key, name, role, expiresAt }) => (
                  <Entry
                    key={key}
                    name={name}
                    note={[
                      words.roles[role],
                      words.invitedUntil(momentInWords(expiresAt, reader.words)),
                    ].join(DOT)}
                  >
                    <SureAction
                      name={words.takeBack}
                      question={words.takeBackQuestion(name)}
                      confirm={words.takeBack}
                      cancel={words.keep}
                      isBusy={act.isBusy}
                      onSure={() => remove(key)}
                    />
                  </Entry>
                ))}
              </Part>
            )}
            <Invite reader={reader} made={made} onMade={setMade} onDone={answer.refresh} />
          </>
        )}
      </AnswerView>
    </EditorPage>
  )
}
