import * as v from 'valibot'
import type { Changes } from '../changes'
import { CloudError } from '../cloud-error'

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
  seed: v.number(),
})

export type EventWay = v.InferOutput<typeof EventWaySchema>
export type SentEventWay = v.InferOutput<typeof SentEventWaySchema>
export type Settings = v.InferOutput<typeof SettingsSchema>
export type EventForm = Settings['eventForm']
export type SettingsChange = Partial<v.InferInput<typeof SettingsSchema>>

/** What WeChat does, as far as it is known. */
const DEFAULTS = {
  isBanned: false,
  bannedTemplates: [],
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
  #current = v.parse(SettingsSchema, DEFAULTS)

  constructor(changes: Changes) {
    this.#changes = changes
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
    this.#changes.tell('phones')
  }

  reset(): void {
    this.change(DEFAULTS)
  }
}
