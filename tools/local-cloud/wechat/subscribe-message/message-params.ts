import type { TemplateConfig } from '../../../../config/wechat'
import { isOpenid } from '../../client/openid'
import { splitPage } from '../split-page'
import { WeChatError } from '../wechat-error'
import { fieldProblem } from './field-rules'

/** A message that is in order; whether its reader takes it is another question. */
export type Message = {
  openid: string
  templateId: string
  template: TemplateConfig
  data: Record<string, string>
  page: string | null
  miniprogramState: string
  lang: string
}

const STATES = ['formal', 'trial', 'developer']
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW']

type Known = {
  templates: Record<string, TemplateConfig>
  /** null: any page will do. */
  pages: readonly string[] | null
}

/** Looks through the parameters of `subscribeMessage.send`; throws a WeChatError naming the first that is wrong. */
export function parseMessage(params: Record<string, unknown>, { templates, pages }: Known): Message {
  const openid = params.touser
  if (!isOpenid(openid)) throw new WeChatError(40003)
  const templateId = params.template_id
  if (typeof templateId !== 'string') throw new WeChatError(40037)
  const template = Object.hasOwn(templates, templateId) ? templates[templateId] : undefined
  if (!template) throw new WeChatError(40037)
  return {
    openid,
    templateId,
    template,
    miniprogramState: oneOf(STATES, params.miniprogram_state),
    lang: oneOf(LANGUAGES, params.lang),
    page: parsePage(params.page, pages),
    data: parseData(params.data, template),
  }
}

/** The first is what WeChat takes where nothing is said. */
function oneOf(allowed: readonly string[], value: unknown): string {
  const found = value === undefined || value === '' ? allowed[0] : allowed.find((each) => each === value)
  if (found === undefined) throw new WeChatError(40097)
  return found
}

function parsePage(page: unknown, pages: readonly string[] | null): string | null {
  if (page === undefined || page === '') return null
  if (typeof page !== 'string') throw new WeChatError(41030)
  if (pages && !pages.includes(splitPage(page).path)) throw new WeChatError(41030)
  return page
}

/** Fields that the template does not have are passed over. */
function parseData(data: unknown, template: TemplateConfig): Record<string, string> {
  const given = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
  return Object.fromEntries(
    Object.keys(template.fields).map((field) => {
      const value = fieldValue(Object.hasOwn(given, field) ? given[field] : undefined)
      const problem = fieldProblem(field, value, template)
      if (problem) throw new WeChatError(47003, problem)
      return [field, String(value)]
    }),
  )
}

function fieldValue(field: unknown): unknown {
  return typeof field === 'object' && field !== null && 'value' in field ? field.value : undefined
}
