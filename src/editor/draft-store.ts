import * as v from 'valibot'
import type { PhoneValue } from '#cloud/kept-value'
import type { Difference } from '#shared/drafts/difference'
import { type Draft, DraftSchema } from '#shared/drafts/draft'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import { getDraft, type saveDraft } from '#shared/drafts/endpoints'
import { mergeIssues } from '#shared/drafts/merge-issues'
import { takeTheirs } from '#shared/drafts/take-theirs'
import type { EndpointInput, EndpointOutput } from '#shared/endpoint'
import { AppError, type ErrorCode } from '#shared/errors'
import { draftFingerprint, type Work } from './draft-fingerprint'
import { mergeLists } from './merge-lists'

type Answer = EndpointOutput<typeof getDraft>

/** What the cloud does not have yet, as the phone keeps it. */
export const KeptWorkSchema = v.object({
  /** The stored draft that it began from. */
  answer: getDraft.output,
  work: v.pick(DraftSchema, ['issue', 'differences', 'dismissed']),
  /** Fingerprints of what was sent, and whose answer never came. */
  sent: v.array(v.string()),
})
export type KeptWork = v.InferOutput<typeof KeptWorkSchema>

/**
 * `saved`: the cloud has all of it. `saving`: it is about to. `offline`: the phone keeps it, and goes on trying.
 * `refused`: the cloud did not take it, see `refusal`. `conflict`: somebody else stored `theirs` meanwhile.
 */
export type SavingState = 'saved' | 'saving' | 'offline' | 'refused' | 'conflict'

export type DraftState = {
  /** As the editor has it in hand; null while nothing is known of it. Its `revision` is the one that it is based on. */
  draft: Draft | null
  defaults: Answer['defaults']
  next: Answer['next']
  /** Why it could not be loaded, or is perhaps not the newest. */
  trouble: ErrorCode | null
  saving: SavingState
  refusal: ErrorCode | null
  /** Whether the phone has all that the cloud does not: false where it has no room. */
  isKept: boolean
  theirs: Draft | null
  /** Another draft has its number: it cannot be published so. */
  sameNumberAs: string | null
}

export type DraftStore = {
  get(): DraftState
  subscribe(listener: () => void): () => void
  /** Asks the cloud for its newest state. Never throws. */
  refresh(): Promise<void>
  change(edit: (issue: DraftIssue) => DraftIssue): void
  dismiss(mark: string, reason: string): void
  undoDismiss(mark: string): void
  takeTheirs(difference: Difference): void
  /** Lets ours stand: the difference is not shown any more. */
  keepOurs(difference: Difference): void
  /** Of a conflict: both hands' changes; where they touched the same part ours stands, and a difference says so. */
  mergeBoth(): void
  /** Of a conflict: what was changed here is given up. */
  takeAllTheirs(): void
  /** What the cloud answered to another act on it, such as publishing. */
  learn(draft: Draft): void
  /** Sends what is unsaved now, and ends when the cloud has all of it or would not take it. Never throws. */
  flush(): Promise<void>
}

type Options = {
  id: string
  get: () => Promise<Answer>
  save: (input: EndpointInput<typeof saveDraft>) => Promise<EndpointOutput<typeof saveDraft>>
  kept: PhoneValue<KeptWork>
  /** Runs something later; answers with the way to call it off. */
  after: (ms: number, run: () => void) => () => void
}

/** ms from the last change to the save. */
const PAUSE = 1_500
/** ms between attempts without a network; after the last one, only what the editor or the phone does tries again. */
const RETRIES = [3_000, 10_000, 30_000, 60_000, 120_000]
/** Fingerprints remembered at most. */
const MOST_SENT = 50

const workOf = ({ issue, differences, dismissed }: Work): Work => ({ issue, differences, dismissed })
const nameOf = (difference: Difference) => JSON.stringify(difference)
const partOf = ({ key, part }: Difference) => `${key} ${part}`

/** One draft in an editor's hand: on the phone at each change, in the cloud a moment later, one save at a time. */
export function createDraftStore({ id, get, save, kept, after }: Options): DraftStore {
  const listeners = new Set<() => void>()
  const restored = kept.get()
  let answer: Answer | null = restored?.answer ?? null
  /** What the cloud has, and what is in hand: the same object where nothing is unsaved. */
  let clean: Work | null = answer && workOf(answer.draft)
  let work: Work | null = restored?.work ?? null
  let sent: string[] = restored?.sent ?? []
  let theirs: Draft | null = null
  let sameNumberAs: string | null = null
  let trouble: ErrorCode | null = null
  let refusal: ErrorCode | null = null
  let isKept = true
  let sending: Promise<void> | null = null
  let callOff: (() => void) | null = null
  let attempts = 0
  let state = stateNow()

  function stateNow(): DraftState {
    return {
      draft: answer && work && { ...answer.draft, ...work },
      defaults: answer?.defaults ?? null,
      next: answer?.next ?? { number: null, seriesNumber: null },
      trouble,
      saving: savingNow(),
      refusal: refusal === 'OFFLINE' ? null : refusal,
      isKept,
      theirs,
      sameNumberAs,
    }
  }

  function savingNow(): SavingState {
    if (theirs) return 'conflict'
    if (work === clean) return 'saved'
    if (refusal === null) return 'saving'
    return refusal === 'OFFLINE' ? 'offline' : 'refused'
  }

  function tell(): void {
    state = stateNow()
    for (const listener of listeners) listener()
  }

  function keep(): void {
    isKept = true
    if (answer && work && work !== clean) isKept = kept.set({ answer, work, sent })
    else kept.remove()
  }

  /** What the cloud has from now on; what was changed since stays unsaved. */
  function rebase(draft: Draft, stored: Work): void {
    if (!answer) return
    answer = { ...answer, draft }
    clean = stored
    sent = []
    theirs = null
  }

  function put(fields: Partial<Work>): void {
    if (!work) return
    work = { ...work, ...fields }
    keep()
    tell()
    schedule(PAUSE)
  }

  function schedule(ms: number): void {
    callOff?.()
    callOff = after(ms, () => {
      callOff = null
      flush()
    })
  }

  async function flush(): Promise<void> {
    callOff?.()
    callOff = null
    while (work !== clean && !theirs) {
      sending ??= send().finally(() => {
        sending = null
      })
      await sending
      if (refusal !== null) return
    }
  }

  async function send(): Promise<void> {
    if (!answer || !work) return
    const stored = work
    sent = [...sent.filter((one) => one !== draftFingerprint(stored)), draftFingerprint(stored)].slice(
      -MOST_SENT,
    )
    refusal = null
    keep()
    tell()
    try {
      const reply = await save({ id, revision: answer.draft.revision, ...stored })
      attempts = 0
      if (reply.status === 'conflict') meet(reply.draft)
      else {
        sameNumberAs = reply.sameNumberAs
        rebase({ ...answer.draft, ...stored, revision: reply.revision }, stored)
      }
    } catch (thrown) {
      refusal = AppError.from(thrown).code
      if (refusal === 'OFFLINE') retryLater()
    }
    keep()
    tell()
  }

  function retryLater(): void {
    const ms = RETRIES[attempts]
    attempts += 1
    // A change while it was sent has its own time already.
    if (ms !== undefined && !callOff) schedule(ms)
  }

  /** A stored state of the draft, in whatever order answers arrive. */
  function takeIn(draft: Draft): void {
    if (!answer || !work || draft.revision < answer.draft.revision) return
    if (work === clean) {
      rebase(draft, workOf(draft))
      work = clean
    } else if (draft.revision === answer.draft.revision) {
      answer = { ...answer, draft }
    } else meet(draft)
  }

  /** What was stored since our own changes began: our own save, whose answer was lost, or somebody else's. */
  function meet(draft: Draft): void {
    if (!work) return
    if (!sent.includes(draftFingerprint(draft))) {
      theirs = draft
      return
    }
    const stored = workOf(draft)
    if (draftFingerprint(work) === draftFingerprint(stored)) work = stored
    rebase(draft, stored)
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async refresh() {
      try {
        const asked = await get()
        trouble = null
        if (!answer) {
          answer = asked
          clean = work = workOf(asked.draft)
        } else {
          answer = { ...asked, draft: answer.draft }
          // While a save is under way, its answer says how things stand.
          if (!sending) takeIn(asked.draft)
        }
      } catch (thrown) {
        trouble = AppError.from(thrown).code
      }
      keep()
      tell()
      await flush()
    },
    change(edit) {
      if (!work) return
      const issue = edit(work.issue)
      if (issue !== work.issue) put({ issue })
    },
    dismiss(mark, reason) {
      if (work) put({ dismissed: [...without(work.dismissed, mark), { mark, reason, by: '' }] })
    },
    undoDismiss(mark) {
      if (work) put({ dismissed: without(work.dismissed, mark) })
    },
    takeTheirs(difference) {
      if (work)
        put({
          issue: takeTheirs(work.issue, difference),
          differences: work.differences.filter((one) => one !== difference),
        })
    },
    keepOurs(difference) {
      if (work) put({ differences: work.differences.filter((one) => one !== difference) })
    },
    mergeBoth() {
      if (!answer || !work || !theirs) return
      const [base, other] = [answer.draft, theirs]
      const merged = mergeIssues(base.issue, work.issue, other.issue)
      const before = mergeLists(base.differences, work.differences, other.differences, nameOf)
      // A part that differs once more is listed once, as it differs now.
      const anew = new Set(merged.differences.map(partOf))
      const differences = [...before.filter((one) => !anew.has(partOf(one))), ...merged.differences]
      const dismissed = mergeLists(base.dismissed, work.dismissed, other.dismissed, ({ mark }) => mark)
      rebase(other, workOf(other))
      put({ issue: merged.issue, differences, dismissed })
      flush()
    },
    takeAllTheirs() {
      if (!theirs) return
      const draft = theirs
      rebase(draft, workOf(draft))
      work = clean
      keep()
      tell()
    },
    learn(draft) {
      takeIn(draft)
      keep()
      tell()
    },
    flush,
  }
}

function without(dismissed: Work['dismissed'], mark: string): Work['dismissed'] {
  return dismissed.filter((one) => one.mark !== mark)
}
