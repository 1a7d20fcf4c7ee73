import type { Subscriptions } from '#shared/alerts/endpoints'
import type { Endpoint, EndpointOutput } from '#shared/endpoint'
import type { Reply } from '#shared/errors'
import { seriesId } from '#shared/newsletter/issue-id'
import { functions } from '../../config/functions'
import type { LocalCloudOptions } from '../../tools/local-cloud/start-local-cloud'
import type { PlannedAnswer } from '../../tools/local-cloud/wechat/phone'
import { someAlertSettings, TEMPLATE } from './alert-settings'
import { anIssue } from './an-issue'
import { callFromPhone } from './fixture-functions'
import { type IssuesCloud, startIssuesCloud } from './issues-cloud'
import { anSdkDatabase, type SdkDatabase } from './sdk-database'

/** The series of `anIssue`. */
export const WEEKLY = seriesId(anIssue().series)

/** A second one, of the same template. */
export const MONTHLY = 'monthly-review'

export const alertSettings = { ...someAlertSettings(), stock: 5, events: true, keptChoiceHasEvent: false }

const monthly = anIssue({
  id: '302',
  number: 302,
  series: { title: { zh: '每月综述', en: 'Monthly Review' }, number: 1 },
})

export type SubscriptionsCloud = IssuesCloud & {
  database: SdkDatabase
  /** What the owner saves; null: nothing. Holds for each call from now on. */
  saveAlertSettings(settings: object | null): Promise<void>
  /** A reader of whom nobody knows. */
  reader(): SubscribingReader
}

/** A reader with a phone, and what the mini-program on it calls. */
export type SubscribingReader = ReturnType<typeof createReader>

let readers = 0

/** A local cloud with two published series, whose alerts may be asked for. */
export async function startSubscriptionsCloud(
  options: Partial<LocalCloudOptions> = {},
): Promise<SubscriptionsCloud> {
  // Without those whose timers would fire whenever time moves: what their runs do here, tests call themselves.
  const { alerts: _, publisher: __, ...others } = functions
  const issues = await startIssuesCloud({ functions: others, ...options })
  await issues.publish(anIssue(), monthly)
  const database = anSdkDatabase(issues.cloud)
  const saveAlertSettings = async (settings: object | null) => {
    const document = database.collection('settings').doc('alerts')
    if (settings) await document.set({ data: { ...settings } })
    else await document.remove()
    // Instances remember what they read.
    issues.cloud.functions.renew()
  }
  await saveAlertSettings(alertSettings)
  return {
    ...issues,
    database,
    saveAlertSettings,
    reader() {
      readers += 1
      return createReader(issues.cloud, `oReader-${readers}-0123456789abcdefgh`)
    },
  }
}

let requests = 0

export function nextRequestId(): string {
  requests += 1
  return `request-${requests}`
}

function createReader(cloud: IssuesCloud['cloud'], openid: string) {
  const phone = cloud.wechat.phone(openid)

  async function reply(endpoint: string, input: object): Promise<Reply<unknown>> {
    const { result, errMsg } = await callFromPhone(cloud, 'subscriptions', { endpoint, input }, openid)
    if (result === undefined) throw new Error(`The call failed: ${errMsg}`)
    return result as Reply<unknown>
  }

  async function call<E extends Endpoint>({ name }: E, input: object = {}): Promise<EndpointOutput<E>> {
    const answer = await reply(name, input)
    if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
    return answer.data as EndpointOutput<E>
  }

  /** Reports what a panel is said to have answered. */
  function report(results: Record<string, string>, rest: object = {}): Promise<Reply<unknown>> {
    const input = { requestId: nextRequestId(), seriesId: WEEKLY, language: 'zh', results, kept: [], ...rest }
    return reply('report', input)
  }

  return {
    openid,
    phone,
    reply,
    call,
    report,
    /** As a page does: opens the panel, or finds a kept choice, and reports what it answered. */
    async ask(answer: PlannedAnswer = { press: 'allow' }, rest: object = {}): Promise<Subscriptions> {
      const isKept = phone.subscriptionsSetting.itemSettings?.[TEMPLATE] !== undefined
      if (!isKept) phone.willAnswer(answer)
      const { result } = (await phone.requestSubscribeMessage([TEMPLATE])) as {
        result: Record<string, string>
      }
      const told = await report(result, { kept: isKept ? [TEMPLATE] : [], ...rest })
      if (!told.ok) throw new Error(`${told.error.code}: ${told.error.message}`)
      return told.data as Subscriptions
    },
    /** How many alerts may still be sent, once all events have been taken in. */
    async credits(): Promise<number> {
      await cloud.wechat.idle()
      const answer = await reply('get', {})
      return answer.ok ? ((answer.data as Subscriptions).templates[TEMPLATE]?.credits ?? 0) : Number.NaN
    },
  }
}
