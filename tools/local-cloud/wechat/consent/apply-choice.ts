import type { TemplateConfig } from '../../../../config/wechat'
import { type KeptChoice, type ReaderState, templateState, withTemplateState } from '../readers'

/**
 * The reader's state after one choice for one template. Each accept of a one-time template allows one message more; a
 * refusal takes nothing back, unless it is kept.
 */
export function applyChoice(
  state: ReaderState,
  templateId: string,
  choice: { choice: KeptChoice; isKept: boolean },
  kind: TemplateConfig['kind'],
): ReaderState {
  const { remaining, kept } = templateState(state, templateId)
  return withTemplateState(state, templateId, {
    kept: choice.isKept ? choice.choice : kept,
    remaining: remainingAfter(remaining, choice, kind),
  })
}

function remainingAfter(
  remaining: number,
  { choice, isKept }: { choice: KeptChoice; isKept: boolean },
  kind: TemplateConfig['kind'],
): number {
  if (choice === 'reject') return isKept || kind === 'long-term' ? 0 : remaining
  return kind === 'long-term' ? 1 : remaining + 1
}
