declare module '*.scss'

type BrowserElement = {
  scrollTop: number
  getBoundingClientRect(): { top: number; bottom: number }
  querySelectorAll(selector: string): ArrayLike<BrowserElement>
}

type BrowserFile = { name: string; size: number }

type BrowserFileInput = {
  type: string
  accept: string
  hidden: boolean
  files: ArrayLike<BrowserFile> | null
  addEventListener(name: 'cancel' | 'change', listener: () => void): void
  click(): void
  remove(): void
}

/** What the browser build uses of its window; a mini-program has none. */
declare const window: {
  location: { search: string; href: string }
  innerHeight: number
  devicePixelRatio: number
  document: {
    body: { append(input: BrowserFileInput): void }
    createElement(name: 'input'): BrowserFileInput
    createElement(name: 'img'): { src: string; onload: unknown; onerror: unknown }
    createElement(name: 'a'): { href: string; download: string; click(): void }
    getElementById(id: string): BrowserElement | null
    activeElement: { click(): void; hasAttribute(name: string): boolean } | null
    addEventListener(
      name: 'keydown',
      listener: (event: { key: string; preventDefault(): void }) => void,
    ): void
  }
  URL: { createObjectURL(file: BrowserFile): string }
  btoa(bytes: string): string
  open(url: string, target: string, features: string): void
  prompt(message: string, value: string): string | null
  addEventListener(name: 'online', listener: () => void): void
  removeEventListener(name: 'online', listener: () => void): void
}
