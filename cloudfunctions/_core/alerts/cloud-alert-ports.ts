import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sendSubscribeMessage } from '../wx'
import type { AlertMessage, AlertPorts } from './alert-ports'
import { cloudAlertStore } from './cloud-alert-store'
import { msgidDigits } from './msgid-digits'
import type { SendAnswer } from './outcome'

/** No code of WeChat's or the cloud's. */
const NO_CODE = -999_999

export function cloudAlertPorts(settings: AlertPorts['settings']): AlertPorts {
  return {
    store: cloudAlertStore,
    settings,
    send: sendAlert,
    clock: { now: () => Date.now(), sleep: (ms) => setTimeout(ms) },
    random: Math.random,
    log: (line) => console.log(line),
    newRun: randomUUID,
  }
}

/** Never rejects: what went wrong is in the answer. */
export async function sendAlert({
  openid,
  templateId,
  page,
  data,
  language,
}: AlertMessage): Promise<SendAnswer> {
  try {
    const { msgid } = await sendSubscribeMessage({
      touser: openid,
      templateId,
      page,
      data: Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }])),
      lang: language === 'en' ? 'en_US' : 'zh_CN',
    })
    return { code: 0, msgid: msgidDigits(msgid), message: '' }
  } catch (thrown) {
    return answerOf(thrown)
  }
}

/** The SDK rejects with `errCode` and `errMsg`; what has none is no answer of WeChat's. */
function answerOf(thrown: unknown): SendAnswer {
  const { errCode, errMsg, message } = (thrown ?? {}) as Record<string, unknown>
  return {
    code: typeof errCode === 'number' && errCode !== 0 ? errCode : NO_CODE,
    msgid: null,
    message: String(errMsg ?? message ?? thrown),
  }
}
