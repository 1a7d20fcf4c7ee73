import type { PhoneClock } from './phone-clock'

/** The callbacks that nearly every function of `wx` takes. */
export type Callbacks = {
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
}

export type WxError = { errno?: number; errCode?: number; errMsg: string }

/** Does something as `wx` does: later, and answers by the callbacks if there are any, else by a promise. */
export function wxAnswer(clock: PhoneClock, name: string, options: Callbacks, act: () => void) {
  const done = new Promise((resolve) => clock.setTimeout(resolve)).then(() => {
    act()
    return {}
  })
  return wxAnswerOf(done, name, options)
}

/** The same for what takes its time. */
export function wxAnswerOf(done: Promise<object>, name: string, options: Callbacks) {
  const answered: Promise<object> = done.then(
    (result) => ({ errMsg: `${name}:ok`, ...result }),
    (thrown: unknown) => {
      throw isWxError(thrown) ? { ...thrown, errMsg: failure(name, thrown) } : thrown
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

/** What the cloud answers begins with it already. */
function failure(name: string, { errMsg }: WxError): string {
  return errMsg.startsWith(`${name}:`) ? errMsg : `${name}:fail ${errMsg}`
}

function isWxError(thrown: unknown): thrown is WxError {
  return typeof thrown === 'object' && thrown !== null && 'errMsg' in thrown
}
