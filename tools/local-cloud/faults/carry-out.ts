import type { Answer } from '../admin/action'
import { CloudError } from '../cloud-error'
import { openApiForms, refusal } from '../wechat/open-api/open-api-forms'
import type { CloudCall } from './cloud-call'
import type { Fault } from './fault-rule'

type Work = () => Answer | Promise<Answer>

/** Does what the fault is, and resolves when the call may go on; `answer` is null before the work is done. */
type Strike = (answer: Answer | null) => Promise<void>

/** One call that meets one fault: the work is done or not, and its caller hears of it or not. */
export async function carryOut(fault: Fault, call: CloudCall, work: Work, strike: Strike): Promise<Answer> {
  if (fault.when === 'before') {
    await strike(null)
    return answersInstead(fault) ? answerInstead(fault, call) : work()
  }
  const outcome = await outcomeOf(work)
  await strike(outcome instanceof CloudError ? null : outcome)
  if (answersInstead(fault)) return answerInstead(fault, call)
  if (outcome instanceof CloudError) throw outcome
  return outcome
}

/** Those after which the call goes on as if nothing had been. */
const HOLD_UPS = ['delay', 'hold', 'freeze'] as const

type HoldUp = (typeof HOLD_UPS)[number]

export function isHoldUp(kind: Fault['kind']): kind is HoldUp {
  return HOLD_UPS.some((each) => each === kind)
}

type AnswerInstead = Exclude<Fault, { kind: HoldUp }>

function answersInstead(fault: Fault): fault is AnswerInstead {
  return !isHoldUp(fault.kind)
}

function answerInstead(fault: AnswerInstead, { action }: CloudCall): Answer {
  switch (fault.kind) {
    case 'fail':
      throw new CloudError(fault.code, fault.message)
    case 'refuse':
      return formOf(action).write(refusal({ errcode: fault.errcode, message: fault.errmsg }))
    case 'platform-error':
      return formOf(action).write({ errorCode: fault.errorCode })
    case 'empty':
      return { bytes: Buffer.alloc(0) }
    case 'drop':
    case 'kill':
      return { isDropped: true }
  }
}

function formOf(action: string) {
  const form = openApiForms[action]
  if (form) return form
  throw new Error(`A rule let an answer of an open API meet ${action}.`)
}

/** A refusal of the work is an outcome as well. */
async function outcomeOf(work: Work): Promise<Answer | CloudError> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof CloudError) return thrown
    throw thrown
  }
}
