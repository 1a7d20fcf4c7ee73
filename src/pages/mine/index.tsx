import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type PropsWithChildren, useEffect, useState } from 'react'
import { aria } from '#components/aria'
import { ContactList } from '#components/contact-list/contact-list'
import { FollowFirm } from '#components/follow-firm/follow-firm'
import { Frame } from '#components/frame/frame'
import { LanguageSwitch } from '#components/language-switch/language-switch'
import { Segments } from '#components/segments/segments'
import { firmContact } from '#reader/firm'
import { textSteps } from '#reader/text-step'
import { useFreshAlerts } from '#reader/use-alerts'
import { useFirm } from '#reader/use-firm'
import { chooseMode, chooseTextStep, type Reader, useReader } from '#reader/use-reader'
import { useTabTitle } from '#reader/use-tab-title'
import { wordsIn } from '#reader/words'
import type { Firm } from '#shared/firm/endpoints'
import { languagesOf } from '#shared/newsletter/reading'
import { AlertSettings } from './alert-settings'
import { HeldData } from './held-data'
import { LocalReaderSwitch } from './local-reader-switch'
import './index.scss'

/** ms for which what stands below the alerts waits for them and for the firm's settings, so that nothing is pushed down. */
const PATIENCE = 2_000

export default function MinePage() {
  const reader = useReader()
  const { words, mode, textStep } = reader
  const { subscriptions, isKnown } = useFreshAlerts()
  const firm = useFirm()
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const late = setTimeout(() => setLate(true), PATIENCE)
    return () => clearTimeout(late)
  }, [])
  useTabTitle('mine')
  return (
    <Frame>
      {process.env.TARO_ENV === 'h5' && (
        <Text className="page-title" {...aria({ role: 'heading', level: 1 })}>
          {words.mine}
        </Text>
      )}
      <Setting title={words.defaultLanguage}>
        <LanguageSwitch words={words} mode={mode} onChoose={chooseMode} scope="default" />
      </Setting>
      <Setting title={words.textSize}>
        <Segments
          label={words.textSize}
          segments={textSteps.map((value) => ({
            value,
            name: words.textSteps[value],
            spoken: words.textSteps[value],
          }))}
          chosen={textStep}
          onChoose={chooseTextStep}
          look="strong"
        />
        {languagesOf(mode).map((sample) => (
          <Text key={sample} className={`sample sample--${sample}`}>
            {wordsIn(sample).textSample}
          </Text>
        ))}
      </Setting>
      {subscriptions && subscriptions.offers.length > 0 && (
        <Setting title={words.alerts}>
          <AlertSettings reader={reader} />
        </Setting>
      )}
      {((isKnown && firm) || isLate) && <Rest reader={reader} firm={firm} />}
    </Frame>
  )
}

/** What stands below the alerts. */
function Rest({ reader, firm }: { reader: Reader; firm: Firm | null }) {
  const { words } = reader
  return (
    <>
      <Setting title={words.about}>
        <View className="about">
          <View>{words.aboutText}</View>
          <View>{words.aboutLanguages}</View>
        </View>
      </Setting>
      <Setting title={words.contact}>
        <ContactList contact={firm?.contact ?? firmContact} reader={reader} />
      </Setting>
      {firm?.account && (
        <Setting title={words.follow}>
          <FollowFirm account={firm.account} words={words} />
        </Setting>
      )}
      <Setting title={words.held}>
        <HeldData words={words} />
      </Setting>
      {process.env.TARO_ENV === 'h5' && (
        <Setting title={words.localReader}>
          <LocalReaderSwitch words={words} />
        </Setting>
      )}
      <Text className="desk" onClick={toDesk} {...aria({ role: 'link' })}>
        {words.desk}
      </Text>
    </>
  )
}

/** For everyone: the desk itself says whom it is for. */
function toDesk(): void {
  Taro.navigateTo({ url: '/editor/desk/index' })
}

function Setting({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <View className="setting">
      <Text className="setting__title" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </Text>
      {children}
    </View>
  )
}
