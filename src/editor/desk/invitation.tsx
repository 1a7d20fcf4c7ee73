import { Text } from '@tarojs/components'
import { useState } from 'react'
import { call } from '#cloud/call'
import type { Reader } from '#reader/use-reader'
import { acceptInvitation } from '#shared/editors/endpoints'
import { Action } from '../components/action'
import { Part } from '../components/part'
import { Said } from '../components/said'
import { useAct } from '../use-act'
import { deskWordsIn } from '../words-desk'

type Props = { token: string; name: string; reader: Reader; onAccepted: () => Promise<void> }

/** The link that an owner sent led here. */
export function Invitation({ token, name, reader: { language }, onAccepted }: Props) {
  const words = deskWordsIn(language)
  const [isAccepted, setAccepted] = useState(false)
  const gone = words.invitationGone
  const act = useAct(language, { FORBIDDEN: gone, INVALID_INPUT: gone, NOT_FOUND: gone, CONFLICT: gone })
  if (isAccepted) return <Text className="said">{words.welcome(name)}</Text>

  const accept = () =>
    act.run(async () => {
      await call(acceptInvitation, { token })
      await onAccepted()
      setAccepted(true)
      return ''
    })
  return (
    <Part title={words.invited} hint={words.invitedHint}>
      <Action name={words.accept} look="main" isBusy={act.isBusy} onTap={accept} />
      <Said of={act} />
    </Part>
  )
}
