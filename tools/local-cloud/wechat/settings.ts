import * as v from 'valibot'
import type { Changes } from '../changes'
import { CloudError } from '../cloud-error'
import { pickWay } from './push/pick-way'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const way = {
  /** Against the answer of the call that caused the event; `late` is by the clock, after `lateBy` ms. */
  when: v.optional(v.picklist(['before', 'after', 'late', 'never']), 'after'),
  lateBy: v.optional(count, 60_000),
  twice: v.optional(v.boolean(), false),
}

const EventWaySchema = v.object(way)

const SentEventWaySchema = v.object({
  ...way,
  /** WeChat took the message and then could not deliver it: it is in no inbox, and the event says why. */
  failure: v.optional(
    v.nullable(v.object({ code: v.pipe(v.number(), v.integer()), status: v.string() })),
    null,
  ),
})

/** Several ways: each event takes one of them, by a chance that `seed` makes repeatable. */
const ways = <Way extends v.GenericSchema>(schema: Way) => v.pipe(v.array(schema), v.minLength(1))

const SettingsSchema = v.strictObject({
  /** The mini-program may send no subscription messages at all. */
  isBanned: v.boolean(),
  bannedTemplates: v.array(v.string()),
  /** Those of the published version, the home page first: messages and codes lead to no other. null: any will do. */
  pages: v.nullable(v.array(v.string())),
  /** null: no limit. */
  sendsPerMinute: v.nullable(count),
  sendsPerDay: v.nullable(count),
  codesPerMinute: v.nullable(count),
  /**
   * `received`: one item as an object and several as an array, as WeChat really sends them; `documented`: always an
   * array, and the time as text; `nested`: below a field of the event's own name, as in its XML.
   */
  eventForm: v.picklist(['received', 'documented', 'nested']),
  /** Whether a choice that was kept, for which no panel is shown, has a popup event. */
  keptChoiceHasEvent: v.boolean(),
  popupEvents: ways(EventWaySchema),
  changeEvents: ways(EventWaySchema),
  sentEvents: ways(SentEventWaySchema),
  /** From each change of the settings on, the same seed takes the same ways in the same order. */
  seed: v.number(),
})

export type EventWay = v.InferOutput<typeof EventWaySchema>
export type SentEventWay = v.InferOutput<typeof SentEventWaySchema>
export type Settings = v.InferOutput<typeof SettingsSchema>
export type EventForm = Settings['eventForm']
type Ways = Pick<Settings, 'popupEvents' | 'changeEvents' | 'sentEvents'>
export type SettingsChange = Partial<v.InferInput<typeof SettingsSchema>>

/** What WeChat does, as far as it is known. */
const DEFAULTS = {
  isBanned: false,
  bannedTemplates: [],
  pages: null,
  sendsPerMinute: null,
  sendsPerDay: 10_000_000,
  codesPerMinute: 5_000,
  eventForm: 'received',
  keptChoiceHasEvent: false,
  popupEvents: [{}],
  changeEvents: [{}],
  sentEvents: [{}],
  seed: 1,
} satisfies v.InferInput<typeof SettingsSchema>

/** How WeChat behaves here; data, so that tests and the inspector change it while the local cloud runs. */
export class WeChatSettings {
  readonly #changes: Changes
  readonly #defaults: Settings
  #current: Settings
  /** How many events of each kind have taken their way. */
  readonly #taken = new Map<keyof Ways, number>()

  constructor(changes: Changes, pages: Settings['pages']) {
    this.#changes = changes
    this.#defaults = v.parse(SettingsSchema, { ...DEFAULTS, pages })
    this.#current = this.#defaults
  }

  get current(): Settings {
    return this.#current
  }

  /** What is not named stays as it is. */
  change(change: SettingsChange): void {
    const changed = v.safeParse(SettingsSchema, { ...this.#current, ...change })
    if (!changed.success) {
      const [issue] = changed.issues
      throw new CloudError(
        'INVALID_PARAM',
        `The setting ${v.getDotPath(issue) ?? ''} is not valid: ${issue.message}`,
      )
    }
    this.#current = changed.output
    this.#taken.clear()
    this.#changes.tell('phones')
  }

  reset(): void {
    this.change(this.#defaults)
  }

  /** The way that the next event of this kind takes. */
  nextWay<Kind extends keyof Ways>(kind: Kind): Ways[Kind][number] {
    const count = (this.#taken.get(kind) ?? 0) + 1
    this.#taken.set(kind, count)
    return pickWay<Ways[Kind][number]>(this.#current[kind], this.#current.seed, count)
  }
}
