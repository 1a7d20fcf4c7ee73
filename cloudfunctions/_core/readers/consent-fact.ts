export type Answer = 'accept' | 'reject' | 'none'

/** What a reader answered for one template. WeChat's words for an accept all begin alike; others may yet come. */
export function answerOf(word: string): Answer {
  if (word.startsWith('accept')) return 'accept'
  return word === 'reject' ? 'reject' : 'none'
}

/**
 * One thing that is told of a reader and a template. A report is the phone's word of what a panel answered, `at` when
 * it came; popup and change are WeChat's events, `at` the second that they name. Times in ms since 1970.
 */
export type ConsentFact =
  | { kind: 'report'; id: string; at: number; answer: Answer; kept: boolean }
  | { kind: 'popup'; id: string; at: number; answer: Answer }
  | { kind: 'change'; id: string; at: number }

/** What the owner has set of counting. */
export type ConsentSettings = {
  /** Up to how many credits reports are counted. */
  stock: number
  /** Whether WeChat's events reach us, so that a report needs one. */
  events: boolean
  /** Whether a kept choice, for which no panel is shown, has an event. */
  keptChoiceHasEvent: boolean
}

/** A phone's call that is repeated tells the same. */
export function reportId(requestId: string): string {
  return `r:${requestId}`
}

/** An event that comes again tells the same second, answer and place in its list. */
export function eventId(kind: 'popup' | 'change', at: number, word: string, place: number): string {
  return `${kind}:${at / 1000}:${word.slice(0, 32)}:${place}`
}
