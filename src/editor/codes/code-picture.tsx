import { Image, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call } from '#cloud/call'
import { aria } from '#components/aria'
import { savePicture } from '#reader/save-picture'
import { codePicture } from '#shared/codes/endpoints'
import type { Language } from '#shared/newsletter/bilingual'
import { Action } from '../components/action'
import { Said } from '../components/said'
import { useAct } from '../use-act'
import { codesWordsIn } from '../words-codes'

type Props = {
  token: string
  channel: string
  /** A poster’s is smaller. */
  isForPrint: boolean
  language: Language
}

/** The code as it is printed, and the way to keep it. */
export function CodePicture({ token, channel, isForPrint, language }: Props) {
  const words = codesWordsIn(language)
  const [picture, setPicture] = useState<string | null>(null)
  const act = useAct(language)
  const fetch = () =>
    act.run(async () => {
      setPicture((await call(codePicture, { token })).picture)
      return ''
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture of a token never changes.
  useEffect(() => void fetch(), [token])

  const save = (dataUrl: string) =>
    act.run(async () => {
      const outcome = await savePicture(dataUrl, channel)
      if (outcome === 'refused') return { trouble: words.refused }
      if (outcome === 'failed') return { trouble: words.notSaved }
      return process.env.TARO_ENV === 'h5' ? words.downloaded : words.saved
    })

  return (
    <>
      <View className="code__paper">
        {picture === null ? (
          act.isBusy && <Text className="code__fetching">{words.fetching}</Text>
        ) : (
          <Image
            className="code__picture"
            src={picture}
            {...aria({ role: 'img', label: words.pictureOf(channel) })}
          />
        )}
      </View>
      {picture === null ? (
        act.isTrouble && <Action name={words.retry} onTap={fetch} />
      ) : (
        <>
          <Action
            name={isForPrint ? words.saveForPrint : words.save}
            isBusy={act.isBusy}
            onTap={() => save(picture)}
          />
          {isForPrint && <Text className="entry__note">{words.printSize}</Text>}
        </>
      )}
      <Said of={act} />
    </>
  )
}
