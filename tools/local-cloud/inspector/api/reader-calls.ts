import * as v from 'valibot'
import type { TemplateConfig } from '../../../../config/wechat'
import type { InboxMessage } from '../../wechat/inbox'
import { templateState } from '../../wechat/readers'
import type { WeChat } from '../../wechat/wechat'
import { change, read } from '../call'

/** Of one inbox; older ones are there, and not shown. */
const MOST_MESSAGES = 100

const OpenidSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u))
const ReaderSchema = v.object({ openid: OpenidSchema })
const SwitchSchema = v.object({ openid: OpenidSchema, isOn: v.boolean() })
const OpenSchema = v.object({ openid: OpenidSchema, msgid: v.string() })
const TemplateSchema = v.object({
  openid: OpenidSchema,
  templateId: v.string(),
  remaining: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))),
  kept: v.optional(v.nullable(v.picklist(['accept', 'acceptWithAudio', 'reject']))),
})

export function readerCalls(wechat: WeChat) {
  return {
    readers: read(v.object({}), () =>
      wechat.openids().map((openid) => {
        const unread = wechat.phone(openid).inbox.filter(({ isRead }) => !isRead).length
        return { openid, unread }
      }),
    ),

    reader: read(ReaderSchema, ({ openid }) => {
      const { state, inbox } = wechat.phone(openid)
      return {
        mainSwitch: state.mainSwitch,
        templates: Object.entries(wechat.templates).map(([id, { title }]) => ({
          id,
          title,
          ...templateState(state, id),
        })),
        inbox: inbox
          .slice(0, MOST_MESSAGES)
          .map((message) => shownMessage(openid, message, wechat.templates[message.templateId])),
      }
    }),

    'reader/main-switch': change(SwitchSchema, ({ openid, isOn }) =>
      wechat.phone(openid).turnMainSwitch(isOn),
    ),

    'reader/template': change(TemplateSchema, ({ openid, templateId, remaining, kept }) =>
      wechat.phone(openid).setTemplate(templateId, {
        ...(remaining !== undefined && { remaining }),
        ...(kept !== undefined && { kept }),
      }),
    ),

    'reader/open-message': change(OpenSchema, ({ openid, msgid }) => wechat.phone(openid).openMessage(msgid)),
  }
}

function shownMessage(openid: string, message: InboxMessage, template: TemplateConfig | undefined) {
  const { msgid, templateId, data, page, at, isRead } = message
  const labels: Record<string, string> = template?.fields ?? {}
  return {
    msgid,
    title: template?.title ?? templateId,
    fields: Object.entries(data).map(([name, value]) => ({ name, label: labels[name] ?? name, value })),
    /** Where a tap leads in the browser build. */
    address: page === null ? null : `/?as=${openid}&scene=1014#/${page}`,
    page,
    at,
    isRead,
  }
}
