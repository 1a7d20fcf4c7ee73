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
    return isHoldUp(fault) ? work() : answerInstead(fault, call)
  }
  const outcome = await outcomeOf(work)
  await strike(outcome instanceof CloudError ? null : outcome)
  if (!isHoldUp(fault)) return answerInstead(fault, call)
  if (outcome instanceof CloudError) throw outcome
  return outcome
}

type HoldUp = Extract<Fault, { kind: 'delay' | 'hold' | 'freeze' }>

/** Whether the call goes on once the fault is over, instead of being answered by it. */
function isHoldUp(fault: Fault): fault is HoldUp {
  return fault.kind === 'delay' || fault.kind === 'hold' || fault.kind === 'freeze'
}

function answerInstead(fault: Exclude<Fault, HoldUp>, { action }: CloudCall): Answer {
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
