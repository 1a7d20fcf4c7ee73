import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '#cloud/call'
import { Segments } from '#components/segments/segments'
import type { Reader } from '#reader/use-reader'
import { listCampaigns } from '#shared/alerts/campaign-endpoints'
import { countFollowers } from '#shared/statistics/endpoints'
import { beijingClock } from '../beijing-time'
import { Action } from '../components/action'
import { LongField } from '../components/long-field'
import { Part } from '../components/part'
import type { DraftOnPage } from '../draft-on-page'
import { useAnswer } from '../use-answer'
import { publishWordsIn } from '../words-publish'
import { followersOf } from './followers-of'
import { MomentChoice } from './moment-choice'
import { type MomentFields, momentChosen } from './moment-chosen'
import { Obstacles } from './obstacles'
import { obstaclesOf } from './obstacles-of'
import { OpenMarks } from './open-marks'
import type { PublicationKind } from './publication-kind'
import type { Publishing } from './use-publishing'
import { willHappen } from './will-happen'

type Props = {
  inHand: DraftOnPage
  kind: Exclude<PublicationKind, 'none'>
  publishing: Publishing
  reader: Reader
}

const LONGEST_NOTE = 500

const ask = async () => {
  const [{ series }, { settingsTrouble }] = await Promise.all([
    call(countFollowers, {}),
    call(listCampaigns, {}),
  ])
  return { series, isOffered: settingsTrouble === null }
}

/** How to publish; what that will do is said in words before it is done. */
export function PublishForm({ inHand, kind, publishing, reader }: Props) {
  const { draft } = inHand
  const { language } = reader
  const words = publishWordsIn(language)
  const [now] = useState(Date.now)
  const [moment, setMoment] = useState<MomentFields>(() => ({
    isLater: false,
    day: beijingClock(now + 24 * 3_600_000).day,
    time: '09:00',
  }))
  const [withAlerts, setWithAlerts] = useState(true)
  const [note, setNote] = useState({ zh: '', en: '' })
  const [isAsking, setAsking] = useState(false)
  const { answer } = useAnswer(ask)

  const obstacles = obstaclesOf(inHand, language)
  const chosen = momentChosen(moment, Date.now())
  const isCorrection = kind !== 'publish'
  const followers =
    answer.state === 'shown' ? followersOf(draft.issue.series.title, answer.value.series) : null
  const isOffered = answer.state !== 'shown' || answer.value.isOffered
  const isTooLong = (text: string) => [...text.trim()].length > LONGEST_NOTE
  const plan = {
    at: chosen.at,
    withAlerts: !isCorrection && withAlerts,
    note: isCorrection ? written(note) : null,
  }
  const isReady =
    obstacles.length === 0 && chosen.wrong === null && !isTooLong(note.zh) && !isTooLong(note.en)

  function confirm(): void {
    setAsking(false)
    publishing.publish(plan)
  }

  return (
    <>
      <Obstacles obstacles={obstacles} language={language} />
      <OpenMarks draft={draft} language={language} />
      <MomentChoice
        fields={moment}
        chosen={chosen}
        now={now}
        words={words}
        onChange={(fields) => {
          setAsking(false)
          setMoment(fields)
        }}
      />
      {isCorrection ? (
        <Part title={words.note} hint={words.noteHint}>
          {(['zh', 'en'] as const).map((half) => (
            <LongField
              key={half}
              label={half === 'zh' ? words.noteZh : words.noteEn}
              value={note[half]}
              onChange={(text) => setNote((before) => ({ ...before, [half]: text }))}
              example={words.noteExample[half]}
              {...(isTooLong(note[half]) && { note: words.noteTooLong, isWrong: true })}
            />
          ))}
        </Part>
      ) : (
        <Part title={words.alerts}>
          <Segments
            label={words.alerts}
            segments={[
              { value: 'with', name: words.withAlerts, spoken: words.withAlerts },
              { value: 'without', name: words.withoutAlerts, spoken: words.withoutAlerts },
            ]}
            chosen={withAlerts ? 'with' : 'without'}
            onChoose={(value) => {
              setAsking(false)
              setWithAlerts(value === 'with')
            }}
            look="strong"
          />
          {/* Its line is there from the beginning, so that nothing moves when the count arrives. */}
          <Text className="entry__note publish__followers">
            {isOffered ? followers !== null && words.followers(followers) : words.noAlertsPossible}
          </Text>
        </Part>
      )}
      {isReady && (
        <Part title={words.will}>
          {willHappen({ draft, plan, followers, isOffered, reader }).map((sentence) => (
            <Text key={sentence} className="publish__will">
              {sentence}
            </Text>
          ))}
          {isAsking ? (
            <View className="actions">
              <Action name={words.notYet} onTap={() => setAsking(false)} />
              <Action name={words.confirm} look="grave" onTap={confirm} isBusy={publishing.act.isBusy} />
            </View>
          ) : (
            <Action
              name={words.acts[plan.at !== null ? 'schedule' : kind]}
              look="main"
              onTap={() => setAsking(true)}
              isBusy={publishing.act.isBusy}
            />
          )}
        </Part>
      )}
    </>
  )
}

/** Null where nothing need be said. */
function written({ zh, en }: { zh: string; en: string }): { zh: string | null; en: string | null } | null {
  const half = (text: string) => (text.trim() === '' ? null : text.trim())
  return half(zh) === null && half(en) === null ? null : { zh: half(zh), en: half(en) }
}
