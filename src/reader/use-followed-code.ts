import Taro from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import type { Target } from '#shared/codes/target'
import { AppError, type ErrorCode } from '#shared/errors'
import { followScene } from './arrival'

/** Null while the mini-program is in the background. */
const pageOnTop = () => Taro.getCurrentInstance().page

/** Asks where the code leads that opened this page; a reader who has gone on meanwhile is not led away. */
export function useFollowedCode(
  scene: string | undefined,
  lead: (target: Target | null) => void,
): { trouble: ErrorCode | null; follow: () => void } {
  const [trouble, setTrouble] = useState<ErrorCode | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is opened once.
  const follow = useCallback(async () => {
    if (scene === undefined) return
    const page = pageOnTop()
    setTrouble(null)
    try {
      const target = await followScene(scene)
      if ((pageOnTop() ?? page) === page) lead(target)
    } catch (thrown) {
      setTrouble(AppError.from(thrown).code)
    }
  }, [scene])
  useEffect(() => {
    follow()
  }, [follow])
  return { trouble, follow }
}
