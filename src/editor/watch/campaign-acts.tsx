import { View } from '@tarojs/components'
import { call } from '#cloud/call'
import {
  type CampaignOverview,
  cancelCampaign,
  pauseCampaign,
  resumeCampaign,
  sendFailedAgain,
} from '#shared/alerts/campaign-endpoints'
import type { Language } from '#shared/newsletter/bilingual'
import { Action } from '../components/action'
import { Said } from '../components/said'
import { SureAction } from '../components/sure-action'
import { useAct } from '../use-act'
import { watchWordsIn } from '../words-watch'

type Props = {
  overview: CampaignOverview
  language: Language
  /** Shows how it stands after an act, also after one that came to nothing. */
  onDone: () => Promise<void>
}

/** What can be done with a campaign as it stands; what cannot be undone is asked about first. */
export function CampaignActs({ overview: { campaign, counts }, language, onDone }: Props) {
  const words = watchWordsIn(language)
  const act = useAct(language, { CONFLICT: words.conflict })
  const { id, state } = campaign
  const isPaused = state === 'paused'
  const isOver = state === 'done' || state === 'cancelled'
  const run = (work: () => Promise<string>) => act.run(work).then(onDone)
  const pause = () => run(() => call(pauseCampaign, { id }).then(nothingToSay))
  const resume = () => run(() => call(resumeCampaign, { id }).then(nothingToSay))
  return (
    <>
      <Said of={act} />
      <View className="actions">
        {isPaused && <Action name={words.resume} onTap={resume} isBusy={act.isBusy} />}
        {!isPaused && !isOver && <Action name={words.pause} onTap={pause} isBusy={act.isBusy} />}
        {!isOver && (
          <SureAction
            name={words.cancelCampaign}
            question={words.cancelQuestion}
            confirm={words.confirmCancel}
            cancel={words.keep}
            isBusy={act.isBusy}
            onSure={() => run(() => call(cancelCampaign, { id }).then(nothingToSay))}
          />
        )}
        {state === 'done' && counts.failed > 0 && (
          <SureAction
            name={words.sendAgain}
            question={words.sendAgainQuestion(counts.failed)}
            confirm={words.confirmSendAgain}
            cancel={words.keep}
            isBusy={act.isBusy}
            onSure={() => run(async () => words.sentAgain((await call(sendFailedAgain, { id })).rows))}
          />
        )}
      </View>
    </>
  )
}

/** The campaign's new state says it. */
function nothingToSay(): string {
  return ''
}
