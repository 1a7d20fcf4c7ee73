const FIRST_READER = 'local-reader'

/** Who reads in this browser, as the mini-program keeps it itself: by `?as=NAME`, else the one who read last. */
export function currentReader(): string {
  return new URLSearchParams(window.location.search).get('as') ?? keptReader() ?? FIRST_READER
}

/** The browser build's storage keeps each value as `{"data": ...}`. */
function keptReader(): string | null {
  try {
    const { data } = JSON.parse(localStorage.getItem('local-reader') ?? '{}') as { data?: unknown }
    return typeof data === 'string' && data !== '' ? data : null
  } catch {
    return null
  }
}
