import * as v from 'valibot'

/** An item of an event: what it says of one template. */
export type EventItem =
  | { kind: 'popup' | 'change'; templateId: string; word: string }
  | { kind: 'sent'; templateId: string; msgid: string; code: number }

export type SubscribeEvent = {
  /** The sender's openid. */
  from: string
  /** ms since 1970, of the whole second that it names. */
  at: number
  /** In the order of its list. */
  items: EventItem[]
}

const KINDS: Record<string, { kind: EventItem['kind']; nestedBelow: string }> = {
  subscribe_msg_popup_event: { kind: 'popup', nestedBelow: 'SubscribeMsgPopupEvent' },
  subscribe_msg_change_event: { kind: 'change', nestedBelow: 'SubscribeMsgChangeEvent' },
  subscribe_msg_sent_event: { kind: 'sent', nestedBelow: 'SubscribeMsgSentEvent' },
}

/** WeChat sends numbers as numbers or as text. */
const TextSchema = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.maxLength(128))

const SecondsSchema = v.pipe(TextSchema, v.regex(/^\d{9,11}$/u), v.transform(Number))
const CodeSchema = v.pipe(TextSchema, v.regex(/^-?\d{1,10}$/u), v.transform(Number))

const HeadSchema = v.object({
  FromUserName: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  CreateTime: SecondsSchema,
  MsgType: v.literal('event'),
  Event: v.string(),
})

const ChoiceSchema = v.object({ TemplateId: TextSchema, SubscribeStatusString: TextSchema })
const SentSchema = v.object({ TemplateId: TextSchema, MsgID: TextSchema, ErrorCode: CodeSchema })

/** More than a panel's templates in one event is none of WeChat's. */
const MOST_ITEMS = 20

/**
 * Reads an event of subscription messages in each form that WeChat gives it: its list an object or an array, at the top
 * or below a field of the event's own name. Null where it is none, or nothing of it can be read.
 */
export function parseEvent(input: unknown): SubscribeEvent | null {
  const head = v.safeParse(HeadSchema, input)
  if (!head.success) return null
  const { FromUserName: from, CreateTime: seconds, Event: name } = head.output
  const known = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined
  if (!known) return null
  const items = listOf(input as Record<string, unknown>, known.nestedBelow)
    .slice(0, MOST_ITEMS)
    .flatMap((item) => parseItem(known.kind, item))
  return items.length > 0 ? { from, at: seconds * 1000, items } : null
}

function listOf(event: Record<string, unknown>, nestedBelow: string): unknown[] {
  const nested = event[nestedBelow] as { List?: unknown } | null | undefined
  const list = event.List ?? nested?.List
  if (list === undefined || list === null) return []
  return Array.isArray(list) ? list : [list]
}

function parseItem(kind: EventItem['kind'], input: unknown): EventItem[] {
  if (kind === 'sent') {
    const item = v.safeParse(SentSchema, input)
    if (!item.success) return []
    const { TemplateId: templateId, MsgID: msgid, ErrorCode: code } = item.output
    return [{ kind, templateId, msgid, code }]
  }
  const item = v.safeParse(ChoiceSchema, input)
  if (!item.success) return []
  return [{ kind, templateId: item.output.TemplateId, word: item.output.SubscribeStatusString }]
}
