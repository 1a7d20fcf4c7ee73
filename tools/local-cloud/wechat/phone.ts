import type { TemplateConfig } from '../../../config/wechat'
import type { Environment } from '../data/environment'
import { applyChoice } from './consent/apply-choice'
import { type ConsentErrCode, ConsentError } from './consent/consent-error'
import { type PanelAnswer, panelChoices } from './consent/panel-answer'
import { type ConsentPlan, planConsent } from './consent/plan-consent'
import type { Inbox, InboxMessage } from './inbox'
import type { EventItem, EventKind } from './push/subscribe-event'
import { type KeptChoice, type ReaderState, type Readers, withTemplateState } from './readers'
import type { Settings } from './settings'
import { splitPage } from './split-page'

export type PhoneParts = {
  environment: Environment
  templates: Record<string, TemplateConfig>
  readers: Readers
  inbox: Inbox
  settings: () => Settings
  tell: () => void
  /** Gives an event about this reader, in the way that is set. */
  give: (kind: EventKind, openid: string, items: EventItem[]) => Promise<void>
}

/** What `wx.requestSubscribeMessage` answers: a word for each template. */
export type ConsentResult = Record<string, KeptChoice | 'ban' | 'filter'>

/** A panel that waits for its reader. */
export type Panel = {
  id: number
  templates: { id: string; title: string; hasVoice: boolean }[]
}

/** What `wx.getSetting({ withSubscriptions: true })` answers. */
export type SubscriptionsSetting = { mainSwitch: boolean; itemSettings?: Record<string, string> }

/** What a test has its reader do at the next panel, or how that panel fails. */
export type PlannedAnswer = PanelAnswer | { fail: ConsentErrCode }

/** One reader's WeChat: what the reader does in it, and what a mini-program finds there. */
export class Phone {
  readonly openid: string
  readonly #parts: PhoneParts
  readonly #planned: PlannedAnswer[] = []
  #panels = 0
  #open: { id: number; plan: ConsentPlan } | null = null

  constructor(openid: string, parts: PhoneParts) {
    this.openid = openid
    this.#parts = parts
  }

  get state(): ReaderState {
    return this.#parts.readers.state(this.openid)
  }

  /** The newest first. */
  get inbox(): InboxMessage[] {
    return this.#parts.inbox.of(this.openid)
  }

  /** The next panel is answered so without being shown; said several times, each answers one panel. */
  willAnswer(...answers: PlannedAnswer[]): void {
    this.#planned.push(...answers)
  }

  /** `wx.requestSubscribeMessage`: the result, or the panel that `answerPanel` then answers. Throws a ConsentError. */
  async requestSubscribeMessage(tmplIds: unknown): Promise<{ result: ConsentResult } | { panel: Panel }> {
    const { templates, settings } = this.#parts
    const plan = planConsent(tmplIds, { templates, state: this.state, ...settings() })
    if (plan.shown.length === 0) return { result: await this.#finish(plan, {}, false) }
    const planned = this.#planned.shift()
    if (planned && 'fail' in planned) throw new ConsentError(planned.fail)
    if (planned) return { result: await this.#answer(plan, planned) }
    this.#panels += 1
    this.#open = { id: this.#panels, plan }
    return { panel: { id: this.#panels, templates: plan.shown.map((id) => this.#shown(id)) } }
  }

  /** What the reader did at the panel. A panel that is not open, or not any more, throws a ConsentError. */
  async answerPanel(id: number, answer: PanelAnswer): Promise<ConsentResult> {
    const open = this.#open
    if (open?.id !== id) throw new ConsentError(10005)
    this.#open = null
    return this.#answer(open.plan, answer)
  }

  /** `wx.getSetting({ withSubscriptions: true })`: only what was kept has a setting of its own. */
  get subscriptionsSetting(): SubscriptionsSetting {
    const { mainSwitch, templates } = this.state
    const { bannedTemplates } = this.#parts.settings()
    const items = Object.entries(templates)
      .filter(([, { kept }]) => kept !== null)
      .map(([id, { kept }]) => [id, bannedTemplates.includes(id) ? 'ban' : kept])
    return { mainSwitch, ...(items.length > 0 && { itemSettings: Object.fromEntries(items) }) }
  }

  /** The switch over all messages of this mini-program; what was allowed stays, and counts again once it is on. */
  turnMainSwitch(isOn: boolean): void {
    this.#change((state) => ({ ...state, mainSwitch: isOn }))
  }

  /**
   * Chooses for one template on WeChat's page of settings, or at a message that came: a refusal takes away what was
   * allowed, and is the only choice that is told; an accept allows nothing yet.
   */
  async chooseItem(templateId: string, choice: 'accept' | 'reject'): Promise<void> {
    if (!Object.hasOwn(this.#parts.templates, templateId)) throw new ConsentError(20001)
    const change = choice === 'reject' ? { kept: choice, remaining: 0 } : { kept: choice }
    this.#change((state) => withTemplateState(state, templateId, change))
    if (choice === 'accept') return
    await this.#parts.give('change', this.openid, [
      { TemplateId: templateId, SubscribeStatusString: 'reject' },
    ])
  }

  /** Sets what WeChat knows, as if the reader had come to it by choices; no event tells of it. */
  setTemplate(templateId: string, state: { remaining?: number; kept?: KeptChoice | null }): void {
    if (!Object.hasOwn(this.#parts.templates, templateId)) throw new ConsentError(20001)
    this.#change((before) => withTemplateState(before, templateId, state))
  }

  /** Taps a service notification: what the mini-program is opened with; null where the message leads nowhere. */
  openMessage(msgid: string): { path: string; query: Record<string, string>; scene: 1014 } | null {
    const { environment, inbox, tell } = this.#parts
    const message = inbox.find(this.openid, msgid)
    if (!message) return null
    environment.write(() => inbox.put(this.openid, { ...message, isRead: true }))
    tell()
    if (message.page === null) return null
    return { ...splitPage(message.page), scene: 1014 }
  }

  #shown(id: string): Panel['templates'][number] {
    const { title, hasVoice = false } = this.#parts.templates[id] ?? { title: id }
    return { id, title, hasVoice }
  }

  #answer(plan: ConsentPlan, answer: PanelAnswer): Promise<ConsentResult> {
    return this.#finish(plan, panelChoices(answer, plan.shown, this.#parts.templates), answer.keep ?? false)
  }

  /** Takes all choices at one moment and tells of them. */
  async #finish(
    plan: ConsentPlan,
    chosen: Record<string, KeptChoice>,
    isKept: boolean,
  ): Promise<ConsentResult> {
    const { templates, settings, give } = this.#parts
    this.#change((before) => {
      let state = before
      const take = (id: string, choice: KeptChoice, kept: boolean) => {
        state = applyChoice(state, id, { choice, isKept: kept }, templates[id]?.kind ?? 'one-time')
      }
      for (const [id, choice] of Object.entries(plan.kept)) take(id, choice, true)
      for (const [id, choice] of Object.entries(chosen)) take(id, choice, isKept)
      return state
    })
    const told = settings().keptChoiceHasEvent ? { ...plan.kept, ...chosen } : chosen
    const items = Object.entries(told).map(([id, choice]) => ({
      TemplateId: id,
      SubscribeStatusString: choice === 'reject' ? 'reject' : 'accept',
      PopupScene: '0',
    }))
    if (items.length > 0) await give('popup', this.openid, items)
    return { ...plan.refused, ...plan.kept, ...chosen }
  }

  #change(change: (state: ReaderState) => ReaderState): void {
    const { environment, readers, tell } = this.#parts
    environment.write(() => readers.put(this.openid, change(readers.state(this.openid))))
    tell()
  }
}
