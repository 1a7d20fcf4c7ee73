import * as v from 'valibot'
import { clientError } from '../client/client-error'
import { parseOpenid } from '../client/openid'
import { phoneDoor } from '../client/phone-door'
import { CloudError } from '../cloud-error'
import type { Faults } from '../faults/faults'
import type { Door } from '../http/door'
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

type Services = { wechat: WeChat; faults: Faults; log: (line: string) => void }

/** Where a phone, or what stands for one, meets WeChat. */
export function phoneDoors({ wechat, faults, log }: Services): Door[] {
  return calls(wechat).map(({ path, answer }) =>
    phoneDoor(
      { faults, log },
      {
        name: path,
        maxBytes: MAX_BYTES,
        answer: async (fields, openid) =>
          JSON.stringify(await answered(() => answer(wechat.phone(parseOpenid(openid ?? '')), fields))),
        // A failure has a code and words, to which the phone adds the name of its function.
        failure: (error) => ({ ...clientError(error), errMsg: error.message }),
      },
    ),
  )
}

async function answered(answer: () => Promise<object> | object): Promise<object> {
  try {
    return await answer()
  } catch (thrown) {
    if (thrown instanceof ConsentError) return { errCode: thrown.errCode, errMsg: thrown.message }
    throw thrown
  }
}
