import type { PhoneClock } from './phone-clock'

/** The callbacks that nearly every function of `wx` takes. */
export type Callbacks = {
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
}

export type WxError = { errno?: number; errCode?: number; errMsg: string }

/** Answers as `wx` does: later, by the callbacks if there are any, else by a promise. */
export function wxAnswer(clock: PhoneClock, name: string, options: Callbacks, act: () => void) {
  return wxAnswerOf(options, name, (settle) => {
    clock.setTimeout(() => {
      try {
        act()
        settle.resolve({})
      } catch (thrown) {
        settle.reject(thrown)
      }
    })
  })
}

/** The same for what takes its time. */
export function wxAnswerOf(
  options: Callbacks,
  name: string,
  start: (settle: { resolve: (result: object) => void; reject: (thrown: unknown) => void }) => void,
): Promise<object> | undefined {
  const answered = new Promise<object>((resolve, reject) => start({ resolve, reject })).then(
    (result) => ({ errMsg: `${name}:ok`, ...result }),
    (thrown: unknown) => {
      throw isWxError(thrown) ? { ...thrown, errMsg: `${name}:fail ${thrown.errMsg}` } : thrown
    },
  )
  if (!options.success && !options.fail && !options.complete) return answered
  answered.then(
    (result) => {
      options.success?.(result)
      options.complete?.(result)
    },
    (error: WxError) => {
      options.fail?.(error)
      options.complete?.(error)
    },
  )
  return undefined
}

function isWxError(thrown: unknown): thrown is WxError {
  return typeof thrown === 'object' && thrown !== null && 'errMsg' in thrown
}
