import type { FaultRuleInput } from '../../../../faults/fault-rule'

/** One of each kind, to be changed. */
export const ruleExamples: readonly { name: string; rule: FaultRuleInput }[] = [
  {
    name: 'the next send answers an error of WeChat',
    rule: {
      action: 'subscribeMessage.send',
      on: { call: 1 },
      fault: { kind: 'refuse', errcode: 45009, errmsg: 'reach max api daily quota limit' },
    },
  },
  {
    name: 'every third send or so answers an error of the platform',
    rule: {
      action: 'subscribeMessage.send',
      on: { chance: 0.3, seed: 1 },
      fault: { kind: 'platform-error', errorCode: -604102 },
    },
  },
  {
    name: 'a send is done, and its answer is lost',
    rule: { action: 'subscribeMessage.send', on: { call: 1 }, fault: { kind: 'drop', when: 'after' } },
  },
  {
    name: 'the next update fails',
    rule: {
      action: 'database.modifyDocument',
      on: { call: 1 },
      fault: { kind: 'fail', code: 'DATABASE_REQUEST_FAILED' },
    },
  },
  {
    name: 'every call of a phone fails',
    rule: { action: 'client.callFunction', fault: { kind: 'fail', code: 'SYS_ERR' } },
  },
  { name: 'everything takes two seconds longer', rule: { fault: { kind: 'delay', ms: 2000 } } },
  {
    name: 'the next call of a phone waits until it is let go',
    rule: { action: 'client.callFunction', on: { call: 1 }, fault: { kind: 'hold' } },
  },
  {
    name: 'a function’s instance ends before its next insert',
    rule: { action: 'database.insertDocument', on: { call: 1 }, fault: { kind: 'kill' } },
  },
  {
    name: 'a function’s instance stands still after its next insert',
    rule: { action: 'database.insertDocument', on: { call: 1 }, fault: { kind: 'freeze', when: 'after' } },
  },
]
