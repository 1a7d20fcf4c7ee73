import type { IncomingMessage } from 'node:http'
import * as v from 'valibot'
import { clientError } from '../client/client-error'
import { parseOpenid } from '../client/openid'
import { CloudError } from '../cloud-error'
import type { Door } from '../http/door'
import { readBody } from '../http/read-body'
import { sendJson } from '../http/send'
import { ConsentError } from './consent/consent-error'
import { PanelAnswerSchema } from './consent/panel-answer'
import type { Phone } from './phone'
import type { WeChat } from './wechat'

const MAX_BYTES = 64 * 1024

type Call = { path: string; answer(phone: Phone, body: unknown): Promise<object> | object }

function call<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  answer: (phone: Phone, body: v.InferOutput<Schema>) => Promise<object> | object,
): Call {
  return {
    path,
    answer(phone, body) {
      const parsed = v.safeParse(schema, body)
      if (!parsed.success)
        throw new CloudError('INVALID_PARAM', `The request is not valid: ${parsed.issues[0].message}.`)
      return answer(phone, parsed.output)
    },
  }
}

/** What a phone asks WeChat: `wx.requestSubscribeMessage` in two steps, with the panel between them, and the settings. */
function calls({ templates }: WeChat): Call[] {
  return [
    call('requestSubscribeMessage', v.object({ tmplIds: v.optional(v.unknown()) }), (phone, { tmplIds }) =>
      phone.requestSubscribeMessage(tmplIds),
    ),
    call(
      'answerSubscribePanel',
      v.object({ id: v.number(), answer: PanelAnswerSchema }),
      async (phone, { id, answer }) => ({ result: await phone.answerPanel(id, answer) }),
    ),
    call('getSetting', v.object({}), ({ subscriptionsSetting }) => ({ subscriptionsSetting })),
    call(
      'subscriptionSettings',
      v.object({}),
      ({ subscriptionsSetting: { mainSwitch, itemSettings = {} } }) => ({
        mainSwitch,
        items: Object.entries(itemSettings).map(([id, choice]) => ({
          id,
          title: templates[id]?.title ?? id,
          isAccepted: choice.startsWith('accept'),
        })),
      }),
    ),
    call('turnMainSwitch', v.object({ isOn: v.boolean() }), (phone, { isOn }) => {
      phone.turnMainSwitch(isOn)
      return {}
    }),
    call(
      'chooseItem',
      v.object({ templateId: v.string(), isAccepted: v.boolean() }),
      async (phone, { templateId, isAccepted }) => {
        await phone.chooseItem(templateId, isAccepted ? 'accept' : 'reject')
        return {}
      },
    ),
  ]
}

/** Where a phone, or what stands for one, meets WeChat; who it is stands in the header `x-local-openid`. */
export function phoneDoors(wechat: WeChat): Door[] {
  return calls(wechat).map(({ path, answer }) => ({
    path: `/client/${path}`,
    methods: ['POST'],
    from: 'readers',
    async answer(request, response) {
      const body = await readBody(request, MAX_BYTES)
      sendJson(
        response,
        JSON.stringify(await answered(() => answer(phoneOf(wechat, request), parseBody(body)))),
      )
    },
  }))
}

/** A failure has a code and words, to which the phone adds the name of its function. */
async function answered(answer: () => Promise<object> | object): Promise<object> {
  try {
    return await answer()
  } catch (thrown) {
    if (thrown instanceof ConsentError) return { errCode: thrown.errCode, errMsg: thrown.message }
    if (thrown instanceof CloudError) return { ...clientError(thrown), errMsg: thrown.message }
    throw thrown
  }
}

function phoneOf(wechat: WeChat, { headers }: IncomingMessage): Phone {
  return wechat.phone(parseOpenid(String(headers['x-local-openid'] ?? '')))
}

function parseBody(body: Buffer | null): unknown {
  try {
    return JSON.parse(String(body))
  } catch (cause) {
    throw new CloudError('INVALID_PARAM', 'The request is too large or no JSON.', { cause })
  }
}
