import Taro from '@tarojs/taro'
import { useCallback, useLayoutEffect, useRef } from 'react'
import { chooseMode } from '#reader/use-reader'
import type { ReadingMode } from '#shared/newsletter/reading'
import { measurePage } from './page-geometry'
import { type ReadingPlace, readingPlace, scrollTopFor } from './reading-place'

/** All that has a title one may be looking at, in the order of the page. */
const PLACES = '.issue-head, .contents__entry, .item, .colophon'

/** Changes the language of everything, while what is being read stays where it is on the screen. */
export function useChooseInPlace(mode: ReadingMode): (mode: ReadingMode) => void {
  const place = useRef<ReadingPlace | null>(null)

  const choose = useCallback(async (chosen: ReadingMode) => {
    place.current = readingPlace(await measurePage(PLACES))
    chooseMode(chosen)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another mode changes every text.
  useLayoutEffect(() => {
    const kept = place.current
    place.current = null
    // The next tick comes when the phone has drawn what this effect's render asked for.
    if (kept) Taro.nextTick(() => restore(kept))
  }, [mode])

  return choose
}

async function restore(place: ReadingPlace): Promise<void> {
  const now = await measurePage(PLACES)
  const scrollTop = scrollTopFor(place, now)
  if (Math.abs(scrollTop - now.scrollTop) >= 1) Taro.pageScrollTo({ scrollTop, duration: 0 })
}
