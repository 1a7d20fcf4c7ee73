import { Image, Text, View } from '@tarojs/components'
import { aria } from '#components/aria'
import type { Language } from '#shared/newsletter/bilingual'
import { chooseFile } from '../../choose-file'
import { Action } from '../../components/action'
import { Said } from '../../components/said'
import { readAsBase64 } from '../../read-as-base64'
import { useAct } from '../../use-act'
import { firmWordsIn } from '../../words-firm'
import { accountCodeOf, LARGEST_ACCOUNT_CODE_FILE } from './account-code'

type Props = {
  /** The account's. */
  name: string
  /** A data URL. */
  code: string | null
  isOwner: boolean
  language: Language
  onChange: (code: string | null) => void
}

/** The account's QR code: chosen as a picture, and seen as readers will. */
export function CodeField({ name, code, isOwner, language, onChange }: Props) {
  const words = firmWordsIn(language)
  const act = useAct(language, { INTERNAL: words.unreadable })
  const choose = () =>
    act.run(async () => {
      const file = await chooseFile('picture')
      if (!file) return ''
      if (file.size > LARGEST_ACCOUNT_CODE_FILE) return { trouble: words.wrongCode['too-large'] }
      const chosen = accountCodeOf(await readAsBase64(file.path))
      if ('wrong' in chosen) return { trouble: words.wrongCode[chosen.wrong] }
      onChange(chosen.dataUrl)
      return ''
    })
  if (!isOwner && code === null) return null
  return (
    <View className="field">
      <Text className="field__label">{words.code}</Text>
      {code === null ? (
        <Text className="said">{words.noCode}</Text>
      ) : (
        <Image className="account-code" src={code} {...aria({ role: 'img', label: words.pictureOf(name) })} />
      )}
      {isOwner && (
        <>
          <View className="actions">
            <Action
              name={code === null ? words.chooseCode : words.otherCode}
              isBusy={act.isBusy}
              onTap={choose}
            />
            {code !== null && (
              <Action
                name={words.removeCode}
                spoken={`${words.removeCode}: ${words.code}`}
                look="grave"
                onTap={() => onChange(null)}
              />
            )}
          </View>
          <Text className="field__note">{words.codeNote}</Text>
        </>
      )}
      <Said of={act} />
    </View>
  )
}
