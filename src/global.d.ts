declare module '*.scss'

/** What the browser build uses of its window; a mini-program has none. */
declare const window: {
  location: { search: string }
  open(url: string, target: string, features: string): void
  prompt(message: string, value: string): string | null
}
