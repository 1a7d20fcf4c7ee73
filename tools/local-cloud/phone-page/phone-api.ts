import { PhoneError } from './phone-error'

type Success<Result> = Result & { errMsg: string }
type Failure = { errMsg: string; errCode?: number }

type Callbacks<Result> = {
  success?: (result: Success<Result>) => void
  fail?: (failure: Failure) => void
  complete?: (end: Success<Result> | Failure) => void
}

type PhoneApi<Options, Result> = (
  options?: Options & Callbacks<Result>,
) => Promise<Success<Result>> | undefined

/** An API in WeChat's form: it calls back, or, where nobody is to be called, answers a promise. */
export function phoneApi<Options extends object, Result extends object>(
  name: string,
  work: (options: Partial<Options>) => Promise<Result>,
): PhoneApi<Partial<Options>, Result> {
  return (options = {}) => {
    const ending = end(name, work(options))
    const { success, fail, complete } = options
    if (!success && !fail && !complete) return ending
    ending.then(
      (result) => {
        success?.(result)
        complete?.(result)
      },
      (failure: Failure) => {
        fail?.(failure)
        complete?.(failure)
      },
    )
    return undefined
  }
}

async function end<Result extends object>(name: string, working: Promise<Result>): Promise<Success<Result>> {
  try {
    return { ...(await working), errMsg: `${name}:ok` }
  } catch (thrown) {
    const { message, errCode } =
      thrown instanceof PhoneError ? thrown : new PhoneError(`system error ${String(thrown)}`)
    const failure: Failure = { errMsg: `${name}:fail ${message}`, ...(errCode !== undefined && { errCode }) }
    throw failure
  }
}
