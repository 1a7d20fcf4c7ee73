import type { Endpoint, EndpointInput, EndpointOutput } from '#shared/endpoint'
import type { Reply } from '#shared/errors'
import type { LocalCloudOptions } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone } from './fixture-functions'
import { type IssuesCloud, startIssuesCloud } from './issues-cloud'
import { anSdkDatabase, type SdkDatabase } from './sdk-database'

export const OWNER = { openid: 'oOwner-0123456789abcdefghijk', name: 'Lin Yue' }
export const EDITOR = { openid: 'oEditor-0123456789abcdefghij', name: '王蕾' }
export const COLLEAGUE = { openid: 'oColleague-0123456789abcdefg', name: 'Chen Mo' }

export type DraftsCloud = IssuesCloud & {
  database: SdkDatabase
  /** What a call from the phone of this person is answered. */
  reply(openid: string, endpoint: Pick<Endpoint, 'function' | 'name'>, input: object): Promise<Reply<unknown>>
  /** The same, where it is to succeed. */
  does<E extends Endpoint>(
    who: { openid: string },
    endpoint: E,
    input: EndpointInput<E>,
  ): Promise<EndpointOutput<E>>
  /** All documents of a collection. */
  stored(collection: string): Promise<Record<string, unknown>[]>
}

/** A local cloud with the functions as built, an owner and two editors. */
export async function startDraftsCloud(options: Partial<LocalCloudOptions> = {}): Promise<DraftsCloud> {
  const issues = await startIssuesCloud(options)
  const database = anSdkDatabase(issues.cloud)
  const editors = database.collection('editors')
  await editors.doc(OWNER.openid).set({ data: { role: 'owner', name: OWNER.name } })
  for (const { openid, name } of [EDITOR, COLLEAGUE])
    await editors.doc(openid).set({ data: { role: 'editor', name } })

  async function reply(openid: string, { function: name, name: endpoint }: Endpoint, input: object) {
    const { result, errMsg } = await callFromPhone(issues.cloud, name, { endpoint, input }, openid)
    if (result === undefined) throw new Error(`The call failed: ${errMsg}`)
    return result as Reply<unknown>
  }

  return {
    ...issues,
    database,
    reply: reply as DraftsCloud['reply'],
    async does({ openid }, endpoint, input) {
      const answer = await reply(openid, endpoint, input as object)
      if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
      return answer.data as EndpointOutput<typeof endpoint>
    },
    async stored(collection) {
      const { data } = await database
        .collection(collection)
        .where({ _id: database.command.gt('') })
        .limit(1000)
        .get()
      return data
    },
  }
}
