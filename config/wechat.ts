/** What a field of a template takes; WeChat names a field by its type and a number, as in `thing1`. */
export type FieldType =
  | 'thing'
  | 'number'
  | 'letter'
  | 'symbol'
  | 'character_string'
  | 'time'
  | 'date'
  | 'amount'
  | 'phone_number'
  | 'car_number'
  | 'name'
  | 'phrase'
  | 'enum'
  | 'const'

export type FieldName = `${FieldType}${number}`

/** A template of subscription messages, as chosen in WeChat's console. */
export type TemplateConfig = {
  title: string
  /** One accept allows one message, or, where WeChat grants it to an account, any number. */
  kind: 'one-time' | 'long-term'
  /** What stands before each field, in the order of the message. */
  fields: Record<FieldName, string>
  /** The values that an `enum` or `const` field takes. */
  values?: Record<FieldName, readonly string[]>
  /** Whether the panel offers to read the message out. */
  hasVoice?: boolean
}

export type WeChatConfig = {
  /** The mini-program's account, which events name as their receiver. */
  account: string
  /** Those of the published version, the home page first; where absent, messages and codes may lead to any. */
  pages?: readonly string[]
  /** By template id. */
  templates: Record<string, TemplateConfig>
  /** The function that WeChat's message push is configured to reach, in its console; null: none. */
  pushTo: string | null
}

/** WeChat's side of this mini-program. The local cloud plays it; WeChat's console holds it for a release. */
export const wechat: WeChatConfig = {
  account: 'gh_local',
  pages: [
    'pages/index/index',
    'pages/issue/index',
    'pages/series/index',
    'pages/mine/index',
    'editor/desk/index',
    'editor/draft/index',
    'editor/item/index',
    'editor/check/index',
    'editor/preview/index',
    'editor/publish/index',
    'editor/watch/index',
    'editor/watch/issue/index',
    'editor/codes/index',
    'editor/settings/index',
    'editor/settings/series/index',
    'editor/settings/alerts/index',
    'editor/settings/firm/index',
    'editor/settings/editors/index',
    'editor/settings/audit/index',
    'poster/index',
  ],
  templates: {
    // Until there is an account, whose ids are 43 letters, digits, `_` and `-`.
    'local-new-issue': {
      title: '内容更新提醒',
      kind: 'one-time',
      fields: { thing1: '刊物', thing2: '内容', date3: '更新时间' },
    },
  },
  pushTo: 'wechat-events',
}
