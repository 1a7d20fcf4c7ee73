/**
 * `cloud-main.ts DATA_DIR FUNCTIONS_DIR`: a local cloud of its own process, which does what it is told by messages and
 * answers each.
 */
import { collections } from '../../../config/database'
import { functions } from '../../../config/functions'
import { BY_TIMER } from '../../local-cloud/functions/call-identity'
import { type LocalCloud, startLocalCloud } from '../../local-cloud/start-local-cloud'
import { TEMPLATE } from './a-message'
import type { Order, Orders } from './orders'

/** ms that each send takes. */
const SEND = 50

async function main(dataDir = '', functionsDir = ''): Promise<void> {
  const sender = { timeLimit: 300, memory: 256, runtime: 'Nodejs20.19', invoker: 'none' } as const
  const cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir,
    log: () => {},
    collections: { ...collections, usualRows: { read: 'nobody', indexes: [] } },
    functions: { alerts: functions.alerts ?? sender, 'bare-sends': sender, 'usual-loop': sender },
  })
  cloud.wechat.settings.change({ sentEvents: [{ when: 'never' }] })
  cloud.faults.add({ action: 'subscribeMessage.send', fault: { kind: 'delay', ms: SEND } })
  const orders = ordersOf(cloud)
  process.on('message', async ({ id, name, input }: Order) => {
    process.send?.({ id, answer: (await orders[name](input as never)) ?? null })
  })
  process.send?.({ adminUrl: cloud.adminUrl })
}

function ordersOf(cloud: LocalCloud): Orders {
  return {
    grant: async (openids) => cloud.wechat.grant(openids, TEMPLATE, 3),
    invoke: async ({ name, data }) => void (await cloud.functions.deliver(name, data, BY_TIMER).result),
    calls: async () =>
      cloud.calls
        .all()
        .filter(({ action, function: name }) => name === 'alerts' && action.startsWith('database.'))
        .reduce((sum, { count }) => sum + count, 0),
    times: async (page) =>
      Array.from(cloud.wechat.messages(), ({ message }) => message)
        .filter((message) => message.page === page)
        .map(({ at }) => at)
        .sort((one, other) => one - other),
    close: async () => cloud.close(),
  }
}

void main(...process.argv.slice(2))
