import type { TemplateConfig, WeChatConfig } from '../../../config/wechat'
import type { Actions } from '../admin/action'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Environment } from '../data/environment'
import { byMessagePush } from '../functions/call-identity'
import type { CloudFunctions } from '../functions/cloud-functions'
import { Inbox, type InboxMessage } from './inbox'
import { nextTurn } from './next-turn'
import type { OpenApis } from './open-api/open-api'
import { openApiActions } from './open-api/open-api-actions'
import { Phone, type PhoneParts } from './phone'
import { type GivenEvent, MessagePush } from './push/message-push'
import { type EventItem, type EventKind, type PushEvent, subscribeEvent } from './push/subscribe-event'
import { RateLimit } from './rate-limit'
import { Readers, templateState, withTemplateState } from './readers'
import { type SentEventWay, WeChatSettings } from './settings'
import { OneSendAtATime } from './subscribe-message/one-send-at-a-time'
import { SEND, type SendParts, sendSubscribeMessage } from './subscribe-message/send-subscribe-message'
import { getUnlimited } from './wxacode/get-unlimited'

type Options = {
  config: WeChatConfig
  /** The local cloud's own address, known once it listens. */
  url: () => string
  environment: Environment
  functions: CloudFunctions
  clock: Clock
  changes: Changes
  log: (line: string) => void
}

/** WeChat's side: what it knows of each reader, what it sends them, and what it tells the mini-program. */
export class WeChat {
  readonly settings: WeChatSettings
  /** By id. */
  readonly templates: Record<string, TemplateConfig>
  /** The function that events reach. */
  readonly pushTo: string | null
  readonly #options: Options
  readonly #readers: Readers
  readonly #inbox: Inbox
  readonly #push: MessagePush
  readonly #sends = new OneSendAtATime()
  readonly #phones = new Map<string, Phone>()

  constructor(options: Options) {
    const { config, environment, functions, clock, changes, log } = options
    this.#options = options
    this.templates = config.templates
    this.pushTo = config.pushTo
    this.settings = new WeChatSettings(changes, config.pages ? [...config.pages] : null)
    this.#readers = new Readers(environment)
    this.#inbox = new Inbox(environment)
    this.#push = new MessagePush({
      functionName: config.pushTo,
      invoke: (name, event, openid) => functions.deliver(name, event, byMessagePush(openid)).result,
      clock,
      changes,
      log,
    })
  }

  /** A reader's phone; one whose reader is new to WeChat as well. */
  phone(openid: string): Phone {
    const known = this.#phones.get(openid)
    if (known) return known
    const phone = new Phone(openid, this.#phoneParts())
    this.#phones.set(openid, phone)
    return phone
  }

  /** All who have ever chosen anything, by name. */
  openids(): string[] {
    return Array.from(this.#readers.all(), ({ openid }) => openid)
  }

  /** Everybody's service notifications, by reader and age. */
  messages(): Iterable<{ openid: string; message: InboxMessage }> {
    return this.#inbox.all()
  }

  /** Gives many readers so many consents at once, as if each had accepted so often; no event tells of it. */
  grant(openids: readonly string[], templateId: string, count = 1): void {
    this.#options.environment.write(() => {
      for (const openid of openids) {
        const state = this.#readers.state(openid)
        const { remaining } = templateState(state, templateId)
        this.#readers.put(openid, withTemplateState(state, templateId, { remaining: remaining + count }))
      }
    })
    this.#options.changes.tell('phones')
  }

  /** The latest last. */
  givenEvents(): readonly GivenEvent[] {
    return this.#push.given()
  }

  /** Resolves when each event that was to be given by now has been, and its function has answered. */
  idle(): Promise<void> {
    return this.#push.idle()
  }

  /** What the SDK's `cloud.openapi` reaches. */
  actions(): Actions {
    const { functions } = this.#options
    return openApiActions({
      apis: this.#apis(),
      mayUse: (caller, api) => functions.mayUseOpenApi(caller, api),
    })
  }

  /** Stands around all that may hold up a send. */
  oneSendAtATime(actions: Actions): Actions {
    return this.#sends.guard(actions)
  }

  #apis(): OpenApis {
    const { clock, url } = this.#options
    const parts = this.#sendParts()
    return {
      [SEND]: async (params) => ({
        // The id has more digits than a number of JavaScript, and is a number all the same.
        fields: `{"msgid":${await sendSubscribeMessage(parts, params)}}`,
      }),
      'wxacode.getUnlimited': getUnlimited({
        url,
        limit: new RateLimit(clock, 'minute'),
        settings: () => this.settings.current,
      }),
    }
  }

  #phoneParts(): PhoneParts {
    const { environment, changes } = this.#options
    return {
      environment,
      templates: this.templates,
      readers: this.#readers,
      inbox: this.#inbox,
      settings: () => this.settings.current,
      tell: () => changes.tell('phones'),
      give: (kind, openid, items) => {
        const way = this.settings.nextWay(kind === 'popup' ? 'popupEvents' : 'changeEvents')
        // A phone's answer is written in this turn.
        return this.#push.give(this.#event(kind, openid, items), openid, way, nextTurn())
      },
    }
  }

  #sendParts(): SendParts {
    const { environment, clock, changes } = this.#options
    return {
      environment,
      clock,
      templates: this.templates,
      readers: this.#readers,
      inbox: this.#inbox,
      settings: () => this.settings.current,
      limits: { minute: new RateLimit(clock, 'minute'), day: new RateLimit(clock, 'day') },
      sentWay: () => this.settings.nextWay('sentEvents'),
      giveSent: ({ openid, templateId }, msgid, way) => {
        changes.tell('phones')
        const event = this.#event('sent', openid, [sentItem(templateId, msgid, way)])
        return this.#push.give(event, openid, way, this.#sends.answered(openid))
      },
    }
  }

  #event(kind: EventKind, openid: string, items: EventItem[]): PushEvent {
    const { config, clock } = this.#options
    const head = { account: config.account, openid, at: clock.now() }
    return subscribeEvent(kind, head, items, this.settings.current.eventForm)
  }
}

function sentItem(templateId: string, msgid: string, { failure }: SentEventWay): EventItem {
  return {
    TemplateId: templateId,
    MsgID: msgid,
    ErrorCode: String(failure?.code ?? 0),
    ErrorStatus: failure?.status ?? 'success',
  }
}
