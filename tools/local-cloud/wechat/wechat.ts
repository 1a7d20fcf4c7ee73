import type { TemplateConfig, WeChatConfig } from '../../../config/wechat'
import type { Actions } from '../admin/action'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Environment } from '../data/environment'
import { byMessagePush } from '../functions/call-identity'
import type { CloudFunctions } from '../functions/cloud-functions'
import { Inbox, type InboxMessage } from './inbox'
import type { OpenApis } from './open-api/open-api'
import { openApiActions } from './open-api/open-api-actions'
import { Phone, type PhoneParts } from './phone'
import { type GivenEvent, MessagePush } from './push/message-push'
import { pickWay } from './push/pick-way'
import { type EventItem, type EventKind, subscribeEvent } from './push/subscribe-event'
import { RateLimit } from './rate-limit'
import { Readers, templateState, withTemplateState } from './readers'
import { type EventWay, type SentEventWay, WeChatSettings } from './settings'
import { SEND, type SendParts, sendSubscribeMessage } from './subscribe-message/send-subscribe-message'
import { getUnlimited } from './wxacode/get-unlimited'

type Options = {
  config: WeChatConfig
  /** The mini-program's pages, its home page first; null: any page will do. */
  pages: readonly string[] | null
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
  readonly #phones = new Map<string, Phone>()
  #picked = 0

  constructor(options: Options) {
    const { config, environment, functions, clock, changes, log } = options
    this.#options = options
    this.templates = config.templates
    this.pushTo = config.pushTo
    this.settings = new WeChatSettings(changes)
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

  #apis(): OpenApis {
    const { clock, pages, url } = this.#options
    const parts = this.#sendParts()
    return {
      [SEND]: async (params) => ({
        // The id has more digits than a number of JavaScript, and is a number all the same.
        fields: `{"msgid":${await sendSubscribeMessage(parts, params)}}`,
      }),
      'wxacode.getUnlimited': getUnlimited({
        url,
        pages,
        limit: new RateLimit(clock, 'minute'),
        codesPerMinute: () => this.settings.current.codesPerMinute,
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
        const { popupEvents, changeEvents } = this.settings.current
        return this.#give(kind, openid, items, this.#pick(kind === 'popup' ? popupEvents : changeEvents))
      },
    }
  }

  #sendParts(): SendParts {
    const { environment, clock, changes, pages } = this.#options
    return {
      environment,
      clock,
      pages,
      templates: this.templates,
      readers: this.#readers,
      inbox: this.#inbox,
      settings: () => this.settings.current,
      limits: { minute: new RateLimit(clock, 'minute'), day: new RateLimit(clock, 'day') },
      sentWay: () => this.#pick(this.settings.current.sentEvents),
      giveSent: ({ openid, templateId }, msgid, way) => {
        changes.tell('phones')
        return this.#give('sent', openid, [sentItem(templateId, msgid, way)], way)
      },
    }
  }

  #pick<Way>(ways: readonly Way[]): Way {
    this.#picked += 1
    return pickWay(ways, this.settings.current.seed, this.#picked)
  }

  #give(kind: EventKind, openid: string, items: EventItem[], way: EventWay): Promise<void> {
    const { config, clock } = this.#options
    const head = { account: config.account, openid, at: clock.now() }
    return this.#push.give(subscribeEvent(kind, head, items, this.settings.current.eventForm), openid, way)
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
