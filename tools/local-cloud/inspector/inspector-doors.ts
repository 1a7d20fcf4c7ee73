import type { Actions } from '../admin/action'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../database/store'
import type { CallCounts } from '../faults/call-counts'
import type { Faults } from '../faults/faults'
import type { CloudFunctions } from '../functions/cloud-functions'
import type { Door } from '../http/door'
import type { Files } from '../storage/files'
import type { Timers } from '../timers/timers'
import type { WeChat } from '../wechat/wechat'
import { clockCalls } from './api/clock-calls'
import { documentCalls } from './api/document-calls'
import { faultCalls } from './api/fault-calls'
import { fileCalls } from './api/file-calls'
import { functionCalls } from './api/function-calls'
import { readerCalls } from './api/reader-calls'
import { timerCalls } from './api/timer-calls'
import { wechatCalls } from './api/wechat-calls'
import { callDoor } from './call-door'
import { fileDoor } from './file-door'
import { liveDoor } from './live-door'
import { pageDoors } from './page-doors'

/** What can be looked at and changed. */
export type Inspected = {
  store: Store
  files: Files
  clock: Clock
  functions: CloudFunctions
  timers: Timers
  wechat: WeChat
  faults: Faults
  calls: CallCounts
  /** What the SDK calls: the bare work, and as it comes to the SDK, counted and with the faults that meet it. */
  actions: { bare: Actions; met: Actions }
}

/** Everything that the page can ask for, by its address below `/_cloud/api/`. */
export function inspectorCalls(inspected: Inspected) {
  const { store, files, clock, functions, timers, wechat, faults, calls, actions } = inspected
  return {
    ...readerCalls(wechat, actions.met),
    ...wechatCalls(wechat),
    ...documentCalls(store, clock, actions.bare),
    ...fileCalls(files),
    ...functionCalls(functions),
    ...timerCalls(timers),
    ...clockCalls(clock),
    ...faultCalls(faults, calls),
  }
}

/** What the page knows of the calls; only types reach the browser. */
export type InspectorCalls = ReturnType<typeof inspectorCalls>

type Options = { inspected: Inspected; changes: Changes; log: (line: string) => void }

/** The inspector at `/_cloud/`: a page, what it asks for, and what tells it to ask again. */
export function inspectorDoors({ inspected, changes, log }: Options): Door[] {
  const calls = Object.entries(inspectorCalls(inspected))
  return [
    ...calls.map(([name, call]) => callDoor(name, call, log)),
    liveDoor(changes),
    fileDoor(inspected.files),
    ...pageDoors(),
  ]
}
