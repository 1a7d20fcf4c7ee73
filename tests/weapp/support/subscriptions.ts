import type { PhoneClock } from './phone-clock'
import type { PhoneNetwork } from './phone-network'
import { type Callbacks, type WxError, wxAnswerOf } from './wx-answer'

/** WeChat's panel, and what a reader presses there; a template that is not named stays ticked. */
export type Panel = { id: number; templates: { id: string; title: string; hasVoice: boolean }[] }
export type PanelAnswer = {
  press: 'allow' | 'cancel'
  choices?: Record<string, 'accept' | 'acceptWithAudio' | 'reject'>
  keep?: boolean
}

/** WeChat's page of settings: the switch over all messages, and the choices that were kept. */
export type SettingsPage = {
  mainSwitch: boolean
  items: { id: string; title: string; isAccepted: boolean }[]
}

type Choices = Record<string, string>
type SubscriptionsSetting = { mainSwitch: boolean; itemSettings?: Choices }
type WithSubscriptions = { withSubscriptions?: boolean }

/** What WeChat shows over the mini-program, and waits for its reader with. */
export class Subscriptions {
  panel: Panel | null = null
  settingsPage: SettingsPage | null = null
  private isTapped = false
  private answerPanel: (answer: PanelAnswer) => void = () => {}
  private leavePage: () => void = () => {}

  constructor(
    private readonly network: PhoneNetwork,
    private readonly clock: PhoneClock,
  ) {}

  /** WeChat takes some calls for the reader's own only until the tap's handlers return: not every phone waits longer. */
  tapping(act: () => void): void {
    this.isTapped = true
    try {
      act()
    } finally {
      this.isTapped = false
    }
  }

  /** What a reader does at the panel. */
  async answer(answer: PanelAnswer): Promise<void> {
    if (!this.panel) throw new Error('WeChat shows no panel.')
    this.panel = null
    this.answerPanel(answer)
    await this.clock.settle()
  }

  /** What a reader does on the page of settings, which shows it at once. */
  turnMainSwitch(isOn: boolean): Promise<void> {
    return this.changeSettings('turnMainSwitch', { isOn })
  }

  chooseItem(templateId: string, isAccepted: boolean): Promise<void> {
    return this.changeSettings('chooseItem', { templateId, isAccepted })
  }

  async leaveSettings(): Promise<void> {
    if (!this.settingsPage) throw new Error('WeChat shows no settings.')
    this.settingsPage = null
    this.leavePage()
    await this.clock.settle()
  }

  /** The part of `wx` that is about them. */
  get api() {
    return {
      requestSubscribeMessage: (options: Callbacks & { tmplIds?: unknown }) =>
        wxAnswerOf(this.request(options.tmplIds), 'requestSubscribeMessage', options),
      getSetting: (options: Callbacks & WithSubscriptions = {}) =>
        wxAnswerOf(this.setting(options), 'getSetting', options),
      openSetting: (options: Callbacks & WithSubscriptions = {}) =>
        wxAnswerOf(this.open(options), 'openSetting', options),
    }
  }

  private async request(tmplIds: unknown): Promise<Choices> {
    this.assertTapped()
    const begun = await this.ask<{ result: Choices } | { panel: Panel }>(
      'requestSubscribeMessage',
      { tmplIds },
      REQUEST_LIST_FAIL,
    )
    if ('result' in begun) return begun.result
    const { id } = begun.panel
    const answering = new Promise<PanelAnswer>((resolve) => {
      this.answerPanel = resolve
    })
    this.panel = begun.panel
    const answer = await answering
    const { result } = await this.ask<{ result: Choices }>(
      'answerSubscribePanel',
      { id, answer },
      REQUEST_SUBSCRIBE_FAIL,
    )
    return result
  }

  private async setting({ withSubscriptions = false }: WithSubscriptions): Promise<object> {
    // Nothing else is asked of this reader, so nothing else is set.
    if (!withSubscriptions) return { authSetting: {} }
    const { subscriptionsSetting } = await this.ask<{ subscriptionsSetting: SubscriptionsSetting }>(
      'getSetting',
      {},
    )
    return { authSetting: {}, subscriptionsSetting }
  }

  private async open(options: WithSubscriptions): Promise<object> {
    this.assertTapped()
    this.settingsPage = await this.ask<SettingsPage>('subscriptionSettings', {})
    await new Promise<void>((resolve) => {
      this.leavePage = resolve
    })
    return this.setting(options)
  }

  private async changeSettings(path: string, change: object): Promise<void> {
    if (!this.settingsPage) throw new Error('WeChat shows no settings.')
    await this.ask(path, change)
    this.settingsPage = await this.ask<SettingsPage>('subscriptionSettings', {})
  }

  private assertTapped(): void {
    if (!this.isTapped) throw { errMsg: 'can only be invoked by user TAP gesture.' }
    if (this.panel || this.settingsPage) throw { errCode: 10005, errMsg: 'Cannot show subscribe message UI' }
  }

  /** Where nobody is reached, WeChat has words of its own. */
  private async ask<Answer>(path: string, body: object, unreached?: WxError): Promise<Answer> {
    try {
      return (await this.network.ask(path, JSON.stringify(body))) as Answer
    } catch (thrown) {
      throw unreached && (thrown as WxError).errCode === -1 ? unreached : thrown
    }
  }
}

const REQUEST_LIST_FAIL: WxError = { errCode: 10002, errMsg: 'Request list fail' }
const REQUEST_SUBSCRIBE_FAIL: WxError = { errCode: 10003, errMsg: 'Request subscribe fail' }
