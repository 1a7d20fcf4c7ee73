import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '#cloud/call'
import { useReader } from '#reader/use-reader'
import { listCampaigns } from '#shared/alerts/campaign-endpoints'
import { firstText } from '#shared/newsletter/shown-text'
import { listSeries } from '#shared/series/endpoints'
import { addresses } from '../addresses'
import { Action } from '../components/action'
import { AnswerView } from '../components/answer-view'
import { Entry } from '../components/entry'
import { Part } from '../components/part'
import { EditorPage } from '../editor-page'
import { useAnswer } from '../use-answer'
import { editorWordsIn } from '../words'
import { firmWordsIn } from '../words-firm'
import { settingsWordsIn } from '../words-settings'
import { askRole } from './ask-role'

const ask = async () => {
  const [role, { series }, { settingsTrouble }] = await Promise.all([
    askRole(),
    call(listSeries, {}),
    call(listCampaigns, {}),
  ])
  return { isOwner: role === 'owner', series, isOffered: settingsTrouble === null }
}

/** What holds for all issues. Editors see it, owners change it. */
export default function SettingsPage() {
  const { language } = useReader()
  const words = settingsWordsIn(language)
  const firmWords = firmWordsIn(language)
  const open = (url: string) => () => Taro.navigateTo({ url })
  return (
    <EditorPage title={editorWordsIn(language).settings}>
      <AnswerView of={useAnswer(ask)} language={language}>
        {({ isOwner, series, isOffered }) => (
          <>
            {!isOwner && <Text className="said">{words.readOnly}</Text>}
            <Part title={words.series}>
              {series.length === 0 && <Text className="said">{words.noSeries}</Text>}
              {series.map(({ id, title }) => (
                <Entry
                  key={id}
                  name={firstText(title, language)}
                  {...(title.zh !== null &&
                    title.en !== null && { note: language === 'zh' ? title.en : title.zh })}
                  onTap={open(addresses.series(id))}
                />
              ))}
              {isOwner && <Action name={words.newSeries} onTap={open(addresses.series(null))} />}
            </Part>
            <Part title={words.alerts}>
              <Entry
                name={words.alerts}
                note={isOffered ? words.alertsOffered : words.alertsNotOffered}
                isGrave={!isOffered}
                onTap={open(addresses.alertSettings)}
              />
            </Part>
            <Part title={firmWords.firm}>
              <Entry name={firmWords.title} note={firmWords.note} onTap={open(addresses.firm)} />
            </Part>
            {isOwner && (
              <Part title={words.people}>
                <Entry name={words.people} note={words.peopleNote} onTap={open(addresses.editors)} />
                <Entry name={words.audit} note={words.auditNote} onTap={open(addresses.audit)} />
              </Part>
            )}
          </>
        )}
      </AnswerView>
    </EditorPage>
  )
}
