import type { TemplateConfig } from '../../../../config/wechat'
import { type KeptChoice, type ReaderState, templateState } from '../readers'
import { ConsentError } from './consent-error'

const MOST_TEMPLATES = 5

/** What is known before the reader has seen anything. */
export type ConsentPlan = {
  /** What the panel asks for, in the order asked; empty: no panel is shown. */
  shown: string[]
  /** What the reader chose once and for all. */
  kept: Record<string, KeptChoice>
  /** What is not offered: `ban` by WeChat, `filter` since another one of the same title is. */
  refused: Record<string, 'ban' | 'filter'>
}

type WeChatNow = {
  templates: Record<string, TemplateConfig>
  state: ReaderState
  isBanned: boolean
  bannedTemplates: readonly string[]
}

/** What becomes of the templates that a mini-program asks for; throws a ConsentError where nothing does. */
export function planConsent(tmplIds: unknown, now: WeChatNow): ConsentPlan {
  const plan: ConsentPlan = { shown: [], kept: {}, refused: {} }
  const titles = new Set<string>()
  for (const { id, title } of askedTemplates(tmplIds, now)) {
    const { kept } = templateState(now.state, id)
    if (now.bannedTemplates.includes(id)) plan.refused[id] = 'ban'
    else if (titles.has(title)) plan.refused[id] = 'filter'
    else if (kept) plan.kept[id] = kept
    else plan.shown.push(id)
    titles.add(title)
  }
  return plan
}

function askedTemplates(
  tmplIds: unknown,
  { templates, state, isBanned }: WeChatNow,
): { id: string; title: string }[] {
  if (!Array.isArray(tmplIds) || !tmplIds.every((id): id is string => typeof id === 'string'))
    throw new ConsentError(10004)
  const ids = [...new Set(tmplIds)]
  if (ids.length === 0) throw new ConsentError(10001)
  if (ids.length > MOST_TEMPLATES) throw new ConsentError(20003)
  const asked = ids.map((id) => {
    const template = Object.hasOwn(templates, id) ? templates[id] : undefined
    if (!template) throw new ConsentError(20001)
    return { id, ...template }
  })
  if (new Set(asked.map(({ kind }) => kind)).size > 1) throw new ConsentError(20002)
  if (isBanned) throw new ConsentError(20005)
  if (!state.mainSwitch) throw new ConsentError(20004)
  return asked
}
