declare module '*.scss'

type BrowserElement = {
  scrollTop: number
  getBoundingClientRect(): { top: number; bottom: number }
  querySelectorAll(selector: string): ArrayLike<BrowserElement>
}

/** What the browser build uses of its window; a mini-program has none. */
declare const window: {
  location: { search: string }
  innerHeight: number
  document: {
    getElementById(id: string): BrowserElement | null
    activeElement: { click(): void; hasAttribute(name: string): boolean } | null
    addEventListener(
      name: 'keydown',
      listener: (event: { key: string; preventDefault(): void }) => void,
    ): void
  }
  open(url: string, target: string, features: string): void
  prompt(message: string, value: string): string | null
  addEventListener(name: 'online', listener: () => void): void
  removeEventListener(name: 'online', listener: () => void): void
}
