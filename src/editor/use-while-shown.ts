import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** Does something again and again, each time so long after it was done, while the page is on the screen and `isWanted`. */
export function useWhileShown(isWanted: boolean, milliseconds: number, act: () => Promise<void>): void {
  const [isShown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (!isWanted || !isShown) return
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    const wait = () => {
      timer = setTimeout(() => {
        latest.current().finally(() => {
          if (!isOver) wait()
        })
      }, milliseconds)
    }
    wait()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isWanted, isShown, milliseconds])
}
