import * as v from 'valibot'
import type { TemplateConfig } from '../../../../config/wechat'
import type { KeptChoice } from '../readers'

/** What a reader does at the panel; a template that is not named stays ticked. */
export const PanelAnswerSchema = v.variant('press', [
  v.object({
    press: v.literal('allow'),
    choices: v.optional(v.record(v.string(), v.picklist(['accept', 'acceptWithAudio', 'reject'])), {}),
    /** "Always keep these choices, do not ask again". */
    keep: v.optional(v.boolean(), false),
  }),
  v.object({ press: v.literal('cancel'), keep: v.optional(v.boolean(), false) }),
])

export type PanelAnswer = v.InferInput<typeof PanelAnswerSchema>

/** A choice for each template that the panel shows: cancelling refuses them all. */
export function panelChoices(
  answer: PanelAnswer,
  shown: readonly string[],
  templates: Record<string, TemplateConfig>,
): Record<string, KeptChoice> {
  const hasSound = shown.length === 1 && templates[shown[0] ?? '']?.hasVoice === true
  return Object.fromEntries(
    shown.map((id) => {
      if (answer.press === 'cancel') return [id, 'reject']
      const choices = answer.choices ?? {}
      const choice = (Object.hasOwn(choices, id) ? choices[id] : undefined) ?? 'accept'
      // Sound is offered for one template alone that has it; elsewhere the panel has no such button.
      return [id, choice === 'acceptWithAudio' && !hasSound ? 'accept' : choice]
    }),
  )
}
