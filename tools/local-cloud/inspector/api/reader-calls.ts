import * as v from 'valibot'
import type { TemplateConfig } from '../../../../config/wechat'
import type { Actions } from '../../admin/action'
import { OpenidSchema } from '../../client/openid'
import { CloudError } from '../../cloud-error'
import { parseJsonObject } from '../../http/parse-json-object'
import type { InboxMessage } from '../../wechat/inbox'
import { templateState } from '../../wechat/readers'
import { SEND } from '../../wechat/subscribe-message/send-subscribe-message'
import type { WeChat } from '../../wechat/wechat'
import { change, read } from '../call'

/** Of one inbox, the newest. */
const MOST_MESSAGES = 100
/** In the order of their names; the others are found by theirs. */
const MOST_READERS = 500

const ReaderSchema = v.object({ openid: OpenidSchema })
const SwitchSchema = v.object({ openid: OpenidSchema, isOn: v.boolean() })
const OpenSchema = v.object({ openid: OpenidSchema, msgid: v.pipe(v.string(), v.maxLength(64)) })
const SendSchema = v.object({
  openid: OpenidSchema,
  templateId: v.string(),
  /** Empty: a message that leads nowhere. */
  page: v.string(),
  data: v.record(v.string(), v.string()),
})
const TemplateSchema = v.object({
  openid: OpenidSchema,
  templateId: v.string(),
  remaining: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))),
  kept: v.optional(v.nullable(v.picklist(['accept', 'acceptWithAudio', 'reject']))),
})

/** `actions` count their calls and meet faults: what is sent here fails as it does for a function. */
export function readerCalls(wechat: WeChat, actions: Actions) {
  return {
    readers: read(v.object({}), () => {
      const openids = wechat.openids()
      const readers = openids.slice(0, MOST_READERS).map((openid) => {
        const unread = wechat.phone(openid).inbox.filter(({ isRead }) => !isRead).length
        return { openid, unread }
      })
      return { readers, more: openids.length - readers.length }
    }),

    reader: read(ReaderSchema, ({ openid }) => {
      const { state, inbox } = wechat.phone(openid)
      return {
        mainSwitch: state.mainSwitch,
        /** Where a message may lead; empty where any page will do. */
        home: wechat.settings.current.pages?.[0] ?? '',
        templates: Object.entries(wechat.templates).map(([id, { title, fields }]) => ({
          id,
          title,
          fields: Object.entries(fields).map(([name, label]) => ({ name, label })),
          ...templateState(state, id),
        })),
        inbox: inbox
          .slice(0, MOST_MESSAGES)
          .map((message) => shownMessage(openid, message, wechat.templates[message.templateId])),
        older: Math.max(inbox.length - MOST_MESSAGES, 0),
      }
    }),

    'reader/main-switch': change(SwitchSchema, ({ openid, isOn }) =>
      wechat.phone(openid).turnMainSwitch(isOn),
    ),

    'reader/template': change(TemplateSchema, ({ openid, templateId, remaining, kept }) => {
      if (!Object.hasOwn(wechat.templates, templateId))
        throw new CloudError('INVALID_PARAM', 'There is no such template.')
      wechat.phone(openid).setTemplate(templateId, {
        ...(remaining !== undefined && { remaining }),
        ...(kept !== undefined && { kept }),
      })
    }),

    /** What WeChat answers to `subscribeMessage.send`, a refusal included. */
    'reader/send': change(SendSchema, async ({ openid, templateId, page, data }) => {
      const answer = await actions['wx.api']?.(
        { apiName: SEND, requestData: sendRequest({ openid, templateId, page, data }) },
        null,
      )
      if (!answer || !('data' in answer))
        throw new CloudError('SYS_ERR', 'No answer came: a fault has cut the connection or emptied it.')
      const { responseData } = parseJsonObject(Buffer.from(answer.data))
      const { errcode, errmsg } = parseJsonObject(Buffer.from(String(responseData)))
      return { errcode: Number(errcode), errmsg: String(errmsg) }
    }),

    'reader/open-message': change(OpenSchema, ({ openid, msgid }) => wechat.phone(openid).openMessage(msgid)),
  }
}

function sendRequest({ openid, templateId, page, data }: v.InferOutput<typeof SendSchema>): string {
  const fields = Object.entries(data).map(([name, value]) => [name, { value }])
  return JSON.stringify({
    touser: openid,
    template_id: templateId,
    page,
    data: Object.fromEntries(fields),
  })
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
