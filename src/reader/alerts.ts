import type { KeptValue } from '#cloud/kept-value'
import type { PanelAnswer, PanelSettings } from '#cloud/panel-answer'
import type { HeldData, Subscriptions } from '#shared/alerts/endpoints'
import { AppError } from '#shared/errors'
import type { Language } from '#shared/newsletter/bilingual'
import { type AskOutcome, askOutcome } from './ask-outcome'
import type { PanelReport } from './panel-report'

export type AlertsState = {
  /** Where the reader stands, as far as the phone knows; null while it knows nothing. */
  subscriptions: Subscriptions | null
  /** Whether the cloud has been asked, or the phone knew from before. */
  isKnown: boolean
  /** The series whose panel is open, or whose answer is on its way. */
  asking: string | null
  /** What the reader has set in WeChat; null while that is not known. */
  settings: PanelSettings | null
  /** The series whose alerts the reader has stopped on this phone: the list does not offer them any more. */
  stopped: readonly string[]
  /** What came of the last tap. */
  said: { seriesId: string; outcome: AskOutcome } | null
}

export type Alerts = {
  get(): AlertsState
  subscribe(listener: () => void): () => void
  /** Asks the cloud and WeChat how things stand, and sends what could not be sent before. Never throws. */
  refresh(): Promise<void>
  /** Opens WeChat's panel for a series: to be called in the tap itself. */
  ask(seriesId: string): Promise<void>
  /** Adds a credit without a word, for a reader who always allows: to be called in the tap itself. */
  topUp(): Promise<void>
  stop(seriesId: string): Promise<void>
  /** Tells the cloud in which language alerts are to come, if that has changed. */
  tellLanguage(): Promise<void>
  /** What came of the last tap need not be said any more. */
  forgetSaid(): void
  readHeld(): Promise<HeldData>
  deleteHeld(): Promise<void>
}

/** The cloud's part: see `#shared/alerts/endpoints`. */
export type AlertCalls = {
  get(): Promise<Subscriptions>
  report(report: PanelReport): Promise<Subscriptions>
  stop(seriesId: string): Promise<Subscriptions>
  language(language: Language): Promise<Subscriptions>
  held(): Promise<HeldData>
  delete(): Promise<Subscriptions>
}

export type Panel = {
  open(templateIds: readonly string[]): Promise<PanelAnswer>
  settings(): Promise<PanelSettings | null>
}

type Options = {
  calls: AlertCalls
  panel: Panel
  keptSubscriptions: KeptValue<Subscriptions>
  /** Reports that have not reached the cloud. */
  keptReports: KeptValue<PanelReport[]>
  /** What the cloud was told last. */
  keptLanguage: KeptValue<Language>
  keptStopped: KeptValue<string[]>
  language: () => Language
  newRequestId: () => string
}

/** Reports kept at most: more than a reader makes without a network. */
const MOST_REPORTS = 20

export function createAlerts(options: Options): Alerts {
  const {
    calls: cloud,
    panel,
    keptSubscriptions,
    keptReports,
    keptLanguage,
    keptStopped,
    language,
    newRequestId,
  } = options
  const listeners = new Set<() => void>()
  const before = keptSubscriptions.get()
  let state: AlertsState = {
    subscriptions: before,
    isKnown: before !== null,
    asking: null,
    settings: null,
    stopped: keptStopped.get() ?? [],
    said: null,
  }
  // What the phone has no room to keep counts until the mini-program is closed.
  let waiting = keptReports.get() ?? []
  let told = keptLanguage.get()
  let sending: Promise<void> | null = null
  const refused = new Set<string>()
  let isToppingUp = false
  let isTellingLanguage = false
  let lastCall = 0
  let lastLearned = 0

  function change(fields: Partial<AlertsState>): void {
    state = { ...state, ...fields }
    for (const listener of listeners) listener()
  }

  /** An answer that comes after that of a later call is out of date. */
  async function learn(ask: () => Promise<Subscriptions>): Promise<void> {
    lastCall += 1
    const call = lastCall
    const subscriptions = await ask()
    if (call < lastLearned) return
    lastLearned = call
    keptSubscriptions.set(subscriptions)
    change({ subscriptions, isKnown: true })
  }

  function keepWaiting(reports: PanelReport[]): void {
    waiting = reports
    keptReports.set(reports)
  }

  function keepStopped(stopped: string[]): void {
    keptStopped.set(stopped)
    change({ stopped })
  }

  function keepTold(language: Language): void {
    told = language
    keptLanguage.set(language)
  }

  /** One after the other, in the order in which they were made. Never throws. */
  async function sendReports(): Promise<void> {
    if (sending === null && waiting.length > 0) sending = sendWaiting()
    await sending
  }

  /** What the cloud refuses for good is given up. */
  async function sendWaiting(): Promise<void> {
    for (let report = waiting[0]; report; report = waiting[0]) {
      const { requestId } = report
      try {
        const made = report
        await learn(() => cloud.report(made))
        keepTold(report.language)
      } catch (thrown) {
        const { code } = AppError.from(thrown)
        if (code === 'OFFLINE' || code === 'INTERNAL') break
        refused.add(requestId)
      }
      keepWaiting(waiting.filter((each) => each.requestId !== requestId))
    }
    sending = null
  }

  async function report(
    seriesId: string | null,
    results: Record<string, string>,
    kept: string[],
  ): Promise<'sent' | 'kept' | 'refused'> {
    const requestId = newRequestId()
    keepWaiting(
      [...waiting, { requestId, seriesId, language: language(), results, kept }].slice(-MOST_REPORTS),
    )
    await sendReports()
    if (refused.delete(requestId)) return 'refused'
    return waiting.some((each) => each.requestId === requestId) ? 'kept' : 'sent'
  }

  /** Whether the reader has told WeChat to allow this template always: no panel is shown then. */
  const isAlwaysAllowed = (templateId: string) =>
    state.settings?.isOn === true && state.settings.kept[templateId]?.startsWith('accept') === true

  /** The followed template with the fewest credits that may be topped up. */
  function templateToTopUp(): string | null {
    const { subscriptions } = state
    if (!subscriptions) return null
    const { offers, follows, templates, stock } = subscriptions
    const candidates = offers.filter(({ seriesId, templateId }) => {
      const { credits = 0, refused = false } = templates[templateId] ?? {}
      return follows.includes(seriesId) && isAlwaysAllowed(templateId) && !refused && credits < stock
    })
    const creditsOf = (templateId: string) => templates[templateId]?.credits ?? 0
    candidates.sort((one, other) => creditsOf(one.templateId) - creditsOf(other.templateId))
    return candidates[0]?.templateId ?? null
  }

  /** One call at a time, and one more where the reader chose again meanwhile: the last choice is what stays. */
  async function tellLanguage(): Promise<void> {
    if (isTellingLanguage) return
    isTellingLanguage = true
    try {
      while (state.subscriptions?.follows.length && told !== language()) {
        const chosen = language()
        await learn(() => cloud.language(chosen))
        keepTold(chosen)
      }
    } catch {
      // It is told again when the next page is shown.
    }
    isTellingLanguage = false
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    async refresh() {
      const reading = panel.settings().then((settings) => change({ settings }))
      try {
        await sendReports()
        await learn(() => cloud.get())
      } catch {
        // What the phone knows stays on the screen.
      }
      await reading
      if (!state.isKnown) change({ isKnown: true })
      await tellLanguage()
    },

    async ask(seriesId) {
      const offer = state.subscriptions?.offers.find((each) => each.seriesId === seriesId)
      if (!offer || state.asking !== null) return
      const { templateId } = offer
      const isFollowing = () => state.subscriptions?.follows.includes(seriesId) === true
      const didFollow = isFollowing()
      const known = state.settings
      const kept = isAlwaysAllowed(templateId) ? [templateId] : []
      const opening = panel.open([templateId])
      change({ asking: seriesId, said: null })
      if (state.stopped.includes(seriesId)) keepStopped(state.stopped.filter((each) => each !== seriesId))
      const answer = await opening
      let outcome = askOutcome(answer, templateId, known)
      if (answer.kind === 'answered') {
        const end = await report(seriesId, answer.results, kept)
        if (end === 'kept' && outcome === 'accepted') outcome = 'kept'
        if (end === 'refused') outcome = 'unavailable'
        // A credit of another series was left: the wish counts, whatever the panel answered.
        else if (!didFollow && isFollowing()) outcome = 'accepted'
      }
      change({ asking: null, settings: await panel.settings(), said: { seriesId, outcome } })
    },

    async topUp() {
      const templateId = templateToTopUp()
      // What waits to be reported is not in the count yet.
      if (templateId === null || waiting.length > 0 || isToppingUp || state.asking !== null) return
      isToppingUp = true
      const answer = await panel.open([templateId])
      if (answer.kind === 'answered') await report(null, answer.results, [templateId])
      isToppingUp = false
    },

    async stop(seriesId) {
      if (state.asking !== null) return
      change({ asking: seriesId, said: null })
      // A wish that arrives later would begin anew what ends here; what was allowed still counts.
      keepWaiting(waiting.map((each) => (each.seriesId === seriesId ? { ...each, seriesId: null } : each)))
      try {
        await sending
        await learn(() => cloud.stop(seriesId))
        keepStopped([...state.stopped.filter((each) => each !== seriesId), seriesId])
        change({ asking: null })
      } catch (thrown) {
        const isOffline = AppError.from(thrown).code === 'OFFLINE'
        change({ asking: null, said: { seriesId, outcome: isOffline ? 'no-network' : 'unavailable' } })
      }
    },

    tellLanguage,

    forgetSaid() {
      if (state.said) change({ said: null })
    },

    readHeld: () => cloud.held(),

    async deleteHeld() {
      // What arrives after the deletion, whose answer may be lost, would bring the reader back.
      waiting = []
      keptReports.remove()
      await sending
      await learn(() => cloud.delete())
      told = null
      keptLanguage.remove()
    },
  }
}
