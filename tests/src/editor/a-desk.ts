import type { KeyValueStorage } from '#cloud/key-value-storage'
import type { Draft } from '#shared/drafts/draft'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import type { saveDraft } from '#shared/drafts/endpoints'
import type { EndpointInput } from '#shared/endpoint'
import { AppError, type ErrorCode } from '#shared/errors'
import { createDraftStore, type DraftStore } from '../../../src/editor/draft-store'
import { createUnsavedDrafts } from '../../../src/editor/unsaved-drafts'
import { aDraftItem, aDraftOf } from '../../support/a-draft'
import { aStorage } from '../../support/a-storage'

type Save = EndpointInput<typeof saveDraft>

export const ID = '301'
const items = [aDraftItem({ key: 'one' }), aDraftItem({ key: 'two' })]

export function aDraft(overrides: Partial<Draft> = {}): Draft {
  return {
    id: ID,
    revision: 1,
    issue: aDraftOf(items),
    changedBy: '王蕾',
    changedAt: '2021-06-01T00:00:00.000Z',
    fileName: null,
    problems: [],
    differences: [],
    dismissed: [],
    publication: {
      state: 'never',
      issueId: null,
      revision: null,
      publishedAt: null,
      publishAt: null,
      withAlerts: true,
      trouble: null,
    },
    ...overrides,
  }
}

/** A phone, its clock, and a cloud that stores one draft as the server does. */
export function aDesk(stored: Draft = aDraft(), storage: KeyValueStorage = aStorage()) {
  const timers: { at: number; run: () => void }[] = []
  const saves: Save[] = []
  let now = 0
  let network: 'on' | 'off' | 'loses the answer' | ErrorCode = 'on'
  let held: Promise<void> | null = null
  let letGo = () => {}
  let inCloud = stored

  async function reach(): Promise<void> {
    if (network === 'off') throw new AppError('OFFLINE', 'No connection.')
    if (network !== 'on' && network !== 'loses the answer') throw new AppError(network, 'No.')
  }
  const open = (): DraftStore =>
    createDraftStore({
      id: ID,
      async get() {
        await reach()
        return { draft: inCloud, defaults: null, next: { number: 302, seriesNumber: 91 } }
      },
      async save(input) {
        saves.push(input)
        await held
        await reach()
        const { revision, ...work } = input
        if (revision !== inCloud.revision) return { status: 'conflict', draft: inCloud }
        // The cloud answers with fields in an order of its own, and says who dismissed a mark.
        const issue = Object.fromEntries(Object.entries(work.issue).reverse()) as DraftIssue
        const dismissed = work.dismissed.map((one) => ({ ...one, by: '林岚' }))
        inCloud = { ...inCloud, ...work, issue, dismissed, revision: revision + 1, changedBy: '林岚' }
        if (network === 'loses the answer') throw new AppError('OFFLINE', 'No connection.')
        return { status: 'saved', revision: revision + 1, sameNumberAs: null }
      },
      kept: createUnsavedDrafts(storage).of(ID),
      after(ms, run) {
        const timer = { at: now + ms, run }
        timers.push(timer)
        return () => {
          const at = timers.indexOf(timer)
          if (at >= 0) timers.splice(at, 1)
        }
      },
    })
  return {
    open,
    saves,
    storage,
    timers,
    get cloud() {
      return inCloud
    },
    network(state: typeof network) {
      network = state
    },
    /** The answers of saves wait until `release`. */
    hold() {
      held = new Promise((resolve) => {
        letGo = resolve
      })
    },
    release() {
      held = null
      letGo()
    },
    another(edit: (issue: DraftIssue) => DraftIssue, name = '陈默') {
      inCloud = { ...inCloud, issue: edit(inCloud.issue), revision: inCloud.revision + 1, changedBy: name }
    },
    async pass(ms: number) {
      now += ms
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers.splice(timers.indexOf(timer), 1)
        timer.run()
      }
      await calm()
    },
  }
}

/** Until nothing more happens without the clock or the network. */
export const calm = () => new Promise<void>((resolve) => setImmediate(resolve))
