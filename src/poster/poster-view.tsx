import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCallback, useMemo, useRef, useState } from 'react'
import { aria } from '#components/aria'
import { Segments } from '#components/segments/segments'
import { savePicture } from '#reader/save-picture'
import type { Language } from '#shared/newsletter/bilingual'
import type { Issue } from '#shared/newsletter/issue'
import type { DrawnCanvas } from '../drawing/context'
import type { Scheme } from './palettes'
import { posterOf } from './poster'
import { PosterCanvas } from './poster-canvas'
import { posterWordsIn } from './words'

type Props = { issue: Issue; code: string; language: Language; onFailed: () => void }

const schemes: readonly Scheme[] = ['light', 'dark']

/** Until it is drawn. */
const FIRST_HEIGHT = 560

/** The poster, in either scheme, and what can be done with it. */
export function PosterView({ issue, code, language, onFailed }: Props) {
  const words = posterWordsIn(language)
  const [scheme, setScheme] = useState<Scheme>(() =>
    Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light',
  )
  const [height, setHeight] = useState(FIRST_HEIGHT)
  const [outcome, setOutcome] = useState<'saved' | 'refused' | 'failed' | null>(null)
  const canvas = useRef<DrawnCanvas | null>(null)
  const isSaving = useRef(false)
  const poster = useMemo(() => posterOf(issue, language), [issue, language])
  const drawing = useMemo(() => ({ poster, code, scheme }), [poster, code, scheme])
  const drawn = useCallback((node: DrawnCanvas, height: number) => {
    canvas.current = node
    setHeight(height)
  }, [])

  const save = async () => {
    // The second tap of an unsteady finger saves it no second time.
    if (!canvas.current || isSaving.current) return
    isSaving.current = true
    try {
      const picture = canvas.current.toDataURL('image/png')
      setOutcome(await savePicture(picture, `${issue.id}-${language}-${scheme}`))
    } finally {
      isSaving.current = false
    }
  }
  const isKept = outcome === null || outcome === 'saved'

  return (
    <View className="poster">
      <Segments
        label={words.scheme}
        segments={schemes.map((value) => ({ value, name: words[value], spoken: words[value] }))}
        chosen={scheme}
        onChoose={setScheme}
        look="strong"
      />
      <View
        className="poster__picture"
        {...aria({ role: 'img', label: [words.title, ...poster.headlines].join(', ') })}
      >
        <PosterCanvas drawing={drawing} height={height} onDrawn={drawn} onFailed={onFailed} />
      </View>
      <View className="poster__save" hoverClass="pressed" onClick={save} {...aria({ role: 'button' })}>
        {words.save}
      </View>
      {outcome && (
        <Text className="poster__outcome" {...aria({ role: 'status' })}>
          {words.outcomes[outcome]}
        </Text>
      )}
      {!isKept && (
        <View className="poster__ways">
          <View
            className="poster__way"
            onClick={() => canvas.current && showPicture(canvas.current)}
            {...aria({ role: 'button' })}
          >
            {words.show}
          </View>
          {outcome === 'refused' && (
            <View className="poster__way" onClick={() => Taro.openSetting()} {...aria({ role: 'button' })}>
              {words.settings}
            </View>
          )}
        </View>
      )}
    </View>
  )
}

/** Alone on the screen, where a long press saves it or hands it on by WeChat's own menu. */
async function showPicture(canvas: DrawnCanvas): Promise<void> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    // WeChat would multiply them by the screen's pixels, which they have already, beyond what phones can draw.
    destWidth: canvas.width,
    destHeight: canvas.height,
  })
  await Taro.previewImage({ urls: [tempFilePath] })
}
