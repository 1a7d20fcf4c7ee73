import Taro from '@tarojs/taro'
import { useCallback, useLayoutEffect, useRef } from 'react'
import type { ReadingMode } from '#shared/newsletter/reading'
import { measurePage, type Places } from './page-geometry'
import { isStillAt, type ReadingPlace, readingPlace, scrollTopFor } from './reading-place'
import { chooseMode } from './use-reader'

/** Changes the language of everything, while what is being read stays where it is on the screen. */
export function useChooseInPlace(mode: ReadingMode, places: Places): (mode: ReadingMode) => void {
  const last = useRef<ReadingPlace | null>(null)
  const restoring = useRef(false)

  const choose = useCallback(
    (chosen: ReadingMode) =>
      measurePage(places, (now) => {
        if (!last.current || !isStillAt(last.current, now)) last.current = readingPlace(now)
        restoring.current = chosen !== mode
        chooseMode(chosen)
      }),
    [mode, places],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another mode changes every text.
  useLayoutEffect(() => {
    const place = last.current
    if (restoring.current && place) afterDrawing(() => restore(place, places))
    restoring.current = false
  }, [mode])

  return choose
}

/**
 * In a browser as soon as this task ends, by when Taro's components bear their class names, and nothing has been
 * painted; on a phone with the next tick, which comes when it has drawn.
 */
function afterDrawing(act: () => void): void {
  if (process.env.TARO_ENV === 'h5') Promise.resolve().then(act)
  else Taro.nextTick(act)
}

function restore(place: ReadingPlace, places: Places): void {
  measurePage(places, (now) => {
    const scrollTop = scrollTopFor(place, now)
    if (scrollTop !== now.scrollTop) Taro.pageScrollTo({ scrollTop, duration: 0 })
  })
}
