import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '#components/aria'
import { copyText } from '#reader/copy-text'
import { type SaveOutcome, savePicture } from '#reader/save-picture'
import type { Words } from '#reader/words'
import type { Account } from '#shared/firm/endpoints'
import { openAccountProfile, opensAccountProfile } from './open-account-profile'

type Props = { account: Account; words: Words }

/** A tap that opens the account in WeChat; where that cannot be, its code to keep and its name to copy. */
export function AccountLine({ account: { name, originalId, code }, words }: Props) {
  const [isClosed, setClosed] = useState(false)
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null)

  if (originalId !== null && opensAccountProfile() && !isClosed)
    return (
      <View className="follow__line">
        <Text className="follow__name">{name}</Text>
        <Action
          name={words.openAccount}
          onTap={async () => setClosed(!(await openAccountProfile(originalId)))}
        />
      </View>
    )
  return (
    <View className="follow__line">
      {code !== null && (
        <Image
          className="follow__code"
          src={code}
          showMenuByLongpress
          {...aria({ role: 'img', label: words.codeOf(name) })}
        />
      )}
      <View className="follow__text">
        <Text className="follow__name" userSelect>
          {name}
        </Text>
        <Text className="follow__note" {...aria({ role: 'status' })}>
          {outcome ? words.saveOutcomes[outcome] : code ? words.scanAccount : words.searchAccount}
        </Text>
        <View className="follow__actions">
          {code !== null && (
            <Action
              name={words.saveCode}
              onTap={async () => setOutcome(await savePicture(code, `${name}.png`))}
            />
          )}
          <Action name={words.copyName} onTap={() => copyText(name)} />
        </View>
      </View>
    </View>
  )
}

function Action({ name, onTap }: { name: string; onTap: () => void }) {
  return (
    <View className="follow__action" hoverClass="pressed" onClick={onTap} {...aria({ role: 'button' })}>
      {name}
    </View>
  )
}
