import { useSyncExternalStore } from 'react'
import { currentReader } from '../../../../phone-page/current-reader'

/** Who reads in this browser: the reading room keeps the name, and its window tells the others of a new one. */
export function useBrowserReader(): string {
  return useSyncExternalStore((onChange) => {
    window.addEventListener('storage', onChange)
    return () => window.removeEventListener('storage', onChange)
  }, currentReader)
}
