import type { Fault, FaultRule } from '../../../../faults/fault-rule'

/** Which calls a rule is about, as in `database.modifyDocument by issues`. */
export function callsInWords({ action, function: name, run }: FaultRule): string {
  const by = name === undefined ? '' : name === null ? ' by no function' : ` by ${name}`
  return `${action ?? 'Every call'}${by}${run === undefined ? '' : ` in the run ${run}`}`
}

/** Which of those calls it meets. */
export function occasionInWords({ on }: FaultRule): string {
  if (!on) return 'each'
  return 'call' in on ? `number ${on.call}` : `${Math.round(on.chance * 100)} in 100, seed ${on.seed}`
}

/** What goes wrong, and whether the work is done all the same. */
export function faultInWords(fault: Fault): string {
  const is = kindInWords(fault)
  return fault.when === 'after' ? `${is}, with the work done` : is
}

function kindInWords(fault: Fault): string {
  switch (fault.kind) {
    case 'fail':
      return `fails with ${fault.code}`
    case 'refuse':
      return `WeChat answers ${fault.errcode}`
    case 'platform-error':
      return `the platform answers ${fault.errorCode}`
    case 'empty':
      return 'an empty answer'
    case 'drop':
      return 'the connection is cut'
    case 'delay':
      return `${fault.ms.toLocaleString('en')} ms later`
    case 'hold':
      return 'waits until it is let go'
    case 'kill':
      return 'its instance ends'
    case 'freeze':
      return 'its instance stands still'
  }
}
