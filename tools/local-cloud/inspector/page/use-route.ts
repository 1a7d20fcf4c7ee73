import { useSyncExternalStore } from 'react'
import { parseRoute, type Route } from './route'

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(listen, () => window.location.hash))
}

function listen(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}
