import * as v from 'valibot'
import type { Environment, Table } from '../data/environment'

const TemplateStateSchema = v.object({
  /** How many messages may still be sent; of a long-term template, whether any may. */
  remaining: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** A choice for which the reader ticked "always keep", and is not asked again. */
  kept: v.nullable(v.picklist(['accept', 'acceptWithAudio', 'reject'])),
})

/** What WeChat, and nobody else, knows of a reader. */
export const ReaderStateSchema = v.object({
  /** Whether the reader takes messages of this mini-program at all. */
  mainSwitch: v.boolean(),
  templates: v.record(v.string(), TemplateStateSchema),
})

export type TemplateState = v.InferOutput<typeof TemplateStateSchema>
export type KeptChoice = NonNullable<TemplateState['kept']>
export type ReaderState = v.InferOutput<typeof ReaderStateSchema>

/** WeChat's true state of each reader who has ever chosen anything. */
export class Readers {
  readonly #table: Table<ReaderState>

  constructor(environment: Environment) {
    this.#table = environment.table('wechat-readers')
  }

  state(openid: string): ReaderState {
    return this.#table.get([openid]) ?? { mainSwitch: true, templates: {} }
  }

  /** Within a write of the environment. */
  put(openid: string, state: ReaderState): void {
    void this.#table.put([openid], state)
  }

  /** In the order of their names. */
  *all(): Generator<{ openid: string; state: ReaderState }> {
    // LMDB gives a key of one part back as that part itself.
    for (const { key, value } of this.#table.getRange())
      yield { openid: String([key].flat()[0]), state: value }
  }
}

export function templateState({ templates }: ReaderState, templateId: string): TemplateState {
  return (Object.hasOwn(templates, templateId) ? templates[templateId] : undefined) ?? NOTHING_CHOSEN
}

const NOTHING_CHOSEN: TemplateState = { remaining: 0, kept: null }

export function withTemplateState(
  state: ReaderState,
  templateId: string,
  change: Partial<TemplateState>,
): ReaderState {
  const templates = { ...state.templates, [templateId]: { ...templateState(state, templateId), ...change } }
  return { ...state, templates }
}
