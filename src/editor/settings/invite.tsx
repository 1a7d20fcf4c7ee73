import { Button, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '#cloud/call'
import { Segments } from '#components/segments/segments'
import type { Reader } from '#reader/use-reader'
import { inviteEditor, type Role } from '#shared/editors/endpoints'
import { addresses } from '../addresses'
import { momentInWords } from '../beijing-time'
import { Action } from '../components/action'
import { Part } from '../components/part'
import { Said } from '../components/said'
import { TextField } from '../components/text-field'
import { useAct } from '../use-act'
import { settingsWordsIn } from '../words-settings'

export type Invitation = { token: string; name: string; expiresAt: string }

type Props = {
  reader: Reader
  /** The one that was made last; its token is told only here. */
  made: Invitation | null
  onMade: (invitation: Invitation) => void
  onDone: () => Promise<void>
}

const roles: readonly Role[] = ['editor', 'owner']

/** Invites a colleague by a link that works once. */
export function Invite({ reader, made, onMade, onDone }: Props) {
  const words = settingsWordsIn(reader.language)
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('editor')
  const act = useAct(reader.language)
  const invite = () =>
    act
      .run(async () => {
        const { token, expiresAt } = await call(inviteEditor, { name: name.trim(), role })
        onMade({ token, name: name.trim(), expiresAt })
        setName('')
        return ''
      })
      .then(onDone)
  const copy = (token: string) =>
    act.run(async () => {
      await Taro.setClipboardData({ data: addressOf(token) })
      return words.copied
    })
  return (
    <Part title={words.invite} hint={words.inviteHint}>
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        example={words.nameExample}
        longest={30}
      />
      <View className="field">
        <Text className="field__label">{words.role}</Text>
      </View>
      <Segments
        label={words.role}
        segments={roles.map((value) => ({ value, name: words.roles[value], spoken: words.roles[value] }))}
        chosen={role}
        onChoose={setRole}
        look="strong"
      />
      {name.trim() !== '' && (
        <Action name={words.makeInvitation} look="main" onTap={invite} isBusy={act.isBusy} />
      )}
      {made && (
        <>
          <Text className="said">
            {words.invitationReady(made.name, momentInWords(made.expiresAt, reader.words))}
          </Text>
          <View className="actions">
            {process.env.TARO_ENV === 'weapp' ? (
              <Button className="share" openType="share">
                {words.share}
              </Button>
            ) : (
              <Action name={words.copyLink} onTap={() => copy(made.token)} />
            )}
          </View>
        </>
      )}
      <Said of={act} />
    </Part>
  )
}

/** As a browser opens it; a mini-program is opened by the card. */
function addressOf(token: string): string {
  return `${window.location.href.split('#')[0]}#${addresses.invitation(token)}`
}
