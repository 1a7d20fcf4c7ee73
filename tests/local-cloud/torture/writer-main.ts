/** `writer-main.ts NAME SEED`: writes into the cloud that it is told of until that no longer answers, again and again. */
import cloud from 'wx-server-sdk'
import { connectSdk } from '../../../tools/newsletter/connect-sdk'
import { createRandom } from '../../support/create-random'
import type { SdkDatabase } from '../../support/sdk-database'
import { Lane } from './lane'
import type { FromWriter, ToWriter } from './messages'

const LANES = 4

/** What the SDK says where the cloud was killed. */
const CUT_OFF = /socket hang up|ECONNREFUSED|ECONNRESET|EPIPE/u

const tell = (message: FromWriter) => void process.send?.(message)

function main(name: string, seed: number): void {
  connectSdk('http://127.0.0.1:0')
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  const db = cloud.database() as unknown as SdkDatabase
  const lanes = Array.from(
    { length: LANES },
    (_, at) => new Lane(db, `${name}.${at}`, createRandom(seed * LANES + at)),
  )
  process.on('message', async (message: ToWriter) => {
    if (message === 'write') return tell({ stopped: (await Promise.all(lanes.map(writeOn))).flat() })
    connectSdk(message.check)
    const found = await Promise.all([...lanes.map((lane) => lane.check()), checkClaims(db)])
    tell({ checked: found.flat() })
  })
}

/** Answers why it had to stop, where that was not the kill. */
async function writeOn(lane: Lane): Promise<string[]> {
  try {
    for (;;) {
      await lane.write()
      tell('acknowledged')
    }
  } catch (cause) {
    const { message } = cause as Error
    // Whether this write was done is to be found out.
    return CUT_OFF.test(message) ? [] : [message]
  }
}

async function checkClaims(db: SdkDatabase): Promise<string[]> {
  const { data } = await db.collection('claims').get()
  return new Set(data.map(({ key }) => key)).size === data.length ? [] : ['Two lanes have claimed one key.']
}

main(String(process.argv[2]), Number(process.argv[3]))
