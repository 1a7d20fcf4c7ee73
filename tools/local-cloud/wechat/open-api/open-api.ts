import type { JsonText } from '../../admin/action'

/** What an API of WeChat answers where it succeeds: fields beside `errcode` 0, or a file. */
export type OpenApiResult = { fields: JsonText } | { contentType: string; body: Buffer }

/** Takes its parameters by WeChat's own names, as in `template_id`; refuses with a WeChatError. */
export type OpenApi = (params: Record<string, unknown>) => OpenApiResult | Promise<OpenApiResult>

/** By the name that `config.json` permits, as in `subscribeMessage.send`. */
export type OpenApis = Record<string, OpenApi>
