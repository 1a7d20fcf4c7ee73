import { useEffect, useSyncExternalStore } from 'react'
import type { Topic } from '../../changes'

type Listener = { topics: readonly Topic[]; again: () => void }

const listeners = new Set<Listener>()
const watchers = new Set<() => void>()
let isConnected = true
let source: EventSource | undefined

/** One connection for the whole page; a browser opens it again by itself, except after an answer that is no stream. */
function connect(): void {
  source = new EventSource('/_cloud/live')
  source.onopen = () => {
    if (isConnected) return
    setConnected(true)
    // What happened in between has been missed.
    for (const { again } of listeners) again()
  }
  source.onerror = () => {
    setConnected(false)
    if (source?.readyState === EventSource.CLOSED) setTimeout(connect, 1000)
  }
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const changed = JSON.parse(data) as Topic[]
    for (const { topics, again } of listeners) if (topics.some((topic) => changed.includes(topic))) again()
  }
}

function setConnected(value: boolean): void {
  isConnected = value
  for (const watch of watchers) watch()
}

/** Does something again whenever one of these may have become different. */
export function useChanges(topics: readonly Topic[], again: () => void): void {
  const key = topics.join()
  useEffect(() => {
    if (!source) connect()
    const listener = { topics: key.split(',') as Topic[], again }
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [key, again])
}

/** Whether the local cloud is there. */
export function useIsConnected(): boolean {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => void watchers.delete(watch)
    },
    () => isConnected,
  )
}
