import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '#cloud/call'
import { Notice } from '#components/notice/notice'
import { HOME } from '#reader/go-to-target'
import type { Reader } from '#reader/use-reader'
import { claimOwner } from '#shared/editors/endpoints'
import { Action } from '../components/action'
import { Part } from '../components/part'
import { Said } from '../components/said'
import { TextField } from '../components/text-field'
import { useAct } from '../use-act'
import { deskWordsIn } from '../words-desk'

type Props = { isUnclaimed: boolean; isInvited: boolean; reader: Reader; onClaimed: () => Promise<void> }

/** For who has no role: what this is, and while nobody is the owner, the way to become it. */
export function NoRole({ isUnclaimed, isInvited, reader, onClaimed }: Props) {
  const words = deskWordsIn(reader.language)
  const toIssues = {
    name: reader.words.toIssues,
    onTap: () => void Taro.switchTab({ url: HOME }),
  }
  return (
    <>
      {!isInvited && <Notice title={words.forEditors} hint={words.forEditorsHint} action={toIssues} />}
      {isUnclaimed && <Claim reader={reader} onClaimed={onClaimed} />}
    </>
  )
}

function Claim({ reader: { language }, onClaimed }: Pick<Props, 'reader' | 'onClaimed'>) {
  const words = deskWordsIn(language)
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const act = useAct(language, { FORBIDDEN: words.wrongCode, CONFLICT: words.wrongCode })
  const isComplete = code.trim() !== '' && name.trim() !== ''
  const claim = () =>
    act.run(async () => {
      await call(claimOwner, { code: code.trim(), name })
      await onClaimed()
      return ''
    })
  return (
    <Part title={words.claim} hint={words.claimHint}>
      <TextField label={words.code} value={code} onChange={setCode} />
      <TextField
        label={words.yourName}
        value={name}
        onChange={setName}
        example={words.yourNameExample}
        longest={30}
      />
      {isComplete && <Action name={words.claimAct} look="main" isBusy={act.isBusy} onTap={claim} />}
      <Said of={act} />
    </Part>
  )
}
