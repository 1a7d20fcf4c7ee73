import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../database/store'
import type { Door } from '../http/door'
import { clockCalls } from './api/clock-calls'
import { documentCalls } from './api/document-calls'
import { callDoor } from './call-door'
import { liveDoor } from './live-door'
import { pageDoors } from './page-doors'

/** What can be looked at and changed. */
export type Inspected = { store: Store; clock: Clock }

/** Everything that the page can ask for, by its address below `/_cloud/api/`. */
export function inspectorCalls({ store, clock }: Inspected) {
  return { ...clockCalls(clock), ...documentCalls(store, clock) }
}

/** What the page knows of the calls; only types reach the browser. */
export type InspectorCalls = ReturnType<typeof inspectorCalls>

type Options = { inspected: Inspected; changes: Changes; log: (line: string) => void }

/** The inspector at `/_cloud/`: a page, what it asks for, and what tells it to ask again. */
export function inspectorDoors({ inspected, changes, log }: Options): Door[] {
  const calls = Object.entries(inspectorCalls(inspected))
  return [...calls.map(([name, call]) => callDoor(name, call, log)), liveDoor(changes), ...pageDoors()]
}
