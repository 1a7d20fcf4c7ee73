declare module '*.scss'

/** What the browser build uses of its window; a mini-program has none. */
declare const window: {
  location: { search: string }
  document: {
    activeElement: { click(): void; hasAttribute(name: string): boolean } | null
    addEventListener(
      name: 'keydown',
      listener: (event: { key: string; preventDefault(): void }) => void,
    ): void
  }
  open(url: string, target: string, features: string): void
  prompt(message: string, value: string): string | null
}
