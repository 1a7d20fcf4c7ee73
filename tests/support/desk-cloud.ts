import type { Role } from '#shared/editors/endpoints'
import type { Endpoint, EndpointInput, EndpointOutput } from '#shared/endpoint'
import type { Reply } from '#shared/errors'
import { build } from '../../tools/build/build'
import type { LocalCloud, LocalCloudOptions } from '../../tools/local-cloud/start-local-cloud'
import { callFromPhone } from './fixture-functions'
import { startTestCloud } from './local-cloud'
import { anSdkDatabase, type SdkDatabase } from './sdk-database'

/** What the tests' functions have as OWNER_CODE. */
export const OWNER_CODE = 'a code of the tests'

/** An entry of the audit trail as it is stored. */
export type StoredEntry = {
  _id: string
  at: number
  byKey: string
  by: string
  act: string
  subject: string
  before: unknown
  after: unknown
}

export type DeskCloud = {
  cloud: LocalCloud
  database: SdkDatabase
  /** Everything that the functions print. */
  log: string[]
  /** Calls with any event. */
  send(functionName: string, event: object, openid: string): Promise<Reply<unknown>>
  reply<E extends Endpoint>(
    endpoint: E,
    input: EndpointInput<E>,
    openid: string,
  ): Promise<Reply<EndpointOutput<E>>>
  /** The same where it is to succeed. */
  call<E extends Endpoint>(endpoint: E, input: EndpointInput<E>, openid: string): Promise<EndpointOutput<E>>
  /** As an owner would have: the document is put there. */
  appoint(openid: string, role: Role, name?: string): Promise<void>
  /** The oldest first. */
  audit(): Promise<StoredEntry[]>
  /** Nobody has a role, nothing was done. */
  clear(): Promise<void>
  close(): Promise<void>
}

const EMPTIED = ['editors', 'invitations', 'audit', 'series', 'reads']

/** A local cloud with the functions as built, for what is done at the desk. */
export async function startDeskCloud(options: Partial<LocalCloudOptions> = {}): Promise<DeskCloud> {
  await build('functions', { ifStale: true })
  process.env.OWNER_CODE = OWNER_CODE
  const log: string[] = []
  const cloud = await startTestCloud({
    log: (line) => log.push(line),
    workersPerFunction: 3,
    ...options,
  })
  const database = anSdkDatabase(cloud)

  const send: DeskCloud['send'] = async (functionName, event, openid) => {
    const { result, errMsg } = await callFromPhone(cloud, functionName, event, openid)
    if (result === undefined) throw new Error(`The call failed: ${errMsg}`)
    return result as Reply<unknown>
  }
  const reply: DeskCloud['reply'] = async ({ function: functionName, name }, input, openid) =>
    (await send(functionName, { endpoint: name, input }, openid)) as Reply<never>

  return {
    cloud,
    database,
    log,
    send,
    reply,
    async call(endpoint, input, openid) {
      const answer = await reply(endpoint, input, openid)
      if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
      return answer.data
    },
    async appoint(openid, role, name = `${role} ${openid.slice(-4)}`) {
      await database
        .collection('editors')
        .doc(openid)
        .set({ data: { role, name, since: cloud.clock.now() } })
    },
    async audit() {
      const { data } = await database.collection('audit').orderBy('at', 'asc').limit(1000).get()
      return data as StoredEntry[]
    },
    async clear() {
      for (const name of EMPTIED)
        await database
          .collection(name)
          .where({ _id: database.command.gt('') })
          .remove()
    },
    async close() {
      delete process.env.OWNER_CODE
      await cloud.close()
    },
  }
}
