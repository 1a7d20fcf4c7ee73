import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '#components/aria'
import { ContactAction } from '#components/contact-list/contact-action'
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
  const openable = opensAccountProfile() && !isClosed ? originalId : null
  const shownCode = openable === null ? code : null
  return (
    <View className="contact__line">
      {shownCode !== null && (
        <Image
          className="follow__code"
          src={shownCode}
          showMenuByLongpress
          {...aria({ role: 'img', label: name })}
        />
      )}
      <View className="contact__value">
        <Text className="follow__name" userSelect>
          {name}
        </Text>
        {shownCode !== null && (
          <Text className="contact__note" {...aria({ role: 'status' })}>
            {outcome === null ? words.followHint : outcome === 'saved' ? words.codeSaved : words.codeNotSaved}
          </Text>
        )}
      </View>
      {openable !== null ? (
        <ContactAction
          name={words.open}
          of={name}
          onTap={async () => setClosed(!(await openAccountProfile(openable)))}
        />
      ) : (
        <View className="follow__ways">
          {code !== null && (
            <ContactAction
              name={words.save}
              of={name}
              onTap={async () => setOutcome(await savePicture(code, name))}
            />
          )}
          <ContactAction name={words.copy} of={name} onTap={() => copyText(name)} />
        </View>
      )}
    </View>
  )
}
