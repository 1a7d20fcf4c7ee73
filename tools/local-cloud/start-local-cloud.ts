import { type CollectionConfig, collections as configuredCollections } from '../../config/database'
import { functions as configuredFunctions, type FunctionConfig } from '../../config/functions'
import { wechat as configuredWeChat, type WeChatConfig } from '../../config/wechat'
import { adminDoors } from './admin/admin-doors'
import { Changes } from './changes'
import { clientDoors } from './client/client-doors'
import { Clock } from './clock'
import type { Environment } from './data/environment'
import { movedAside, openEnvironment } from './data/open-environment'
import { databaseActions } from './database/database-actions'
import { ScanWarnings } from './database/scan-warnings'
import { Store } from './database/store'
import { Transactions } from './database/transactions/transactions'
import { configuredUpdatedCounts, type UpdatedCounts } from './database/updated-counts'
import { exchangeDoors } from './exchange/exchange-doors'
import { actionsWithFaults } from './faults/actions-with-faults'
import { CallCounts } from './faults/call-counts'
import { Faults } from './faults/faults'
import { CloudFunctions } from './functions/cloud-functions'
import { configuredWorkers } from './functions/configured-workers'
import { functionActions } from './functions/function-actions'
import { createListener } from './http/create-listener'
import { createLocalServer, listen, stopListening } from './http/local-server'
import { inspectorDoors } from './inspector/inspector-doors'
import { LocalCloudError } from './local-cloud-error'
import { phoneScriptDoor } from './static/phone-script'
import { serveSite } from './static/serve-site'
import type { FileReaders } from './storage/actor'
import { Files } from './storage/files'
import { phoneStorageDoors } from './storage/phone-doors'
import { Storage } from './storage/storage'
import { storageActions } from './storage/storage-actions'
import { storageDoors } from './storage/storage-doors'
import { Timers } from './timers/timers'
import { phoneDoors } from './wechat/phone-doors'
import { WeChat } from './wechat/wechat'

export type LocalCloudOptions = {
  /** 0 takes any free one. */
  port: number
  /** A new or empty folder, or one that a local cloud has made. */
  dataDir: string
  /** The built functions, a folder each. */
  functionsDir: string
  /** The browser build. */
  siteDir?: string
  /** What functions print and what goes wrong, line by line; standard error where absent. */
  log?: (line: string) => void
  collections?: Record<string, CollectionConfig>
  functions?: Record<string, FunctionConfig>
  wechat?: WeChatConfig
  /** How many workers of one function there may be at once; CLOUD_WORKERS or 8 where absent. */
  workersPerFunction?: number
  /** How many calls of one function there may be at once, those that wait for a worker included; 1,000 where absent. */
  callsPerFunction?: number
  /** What the database answers as `updated`; CLOUD_UPDATED_COUNTS or `changed` where absent. */
  updatedCounts?: UpdatedCounts
  /** Whether phones without an identity may call what readers may; true where absent. */
  anonymousCalls?: boolean
  /** Whose files readers may read; everyone's where absent. */
  fileReaders?: FileReaders
  /** `moved` does what is due only when a test moves the clock; `running`, the default, also as time passes. */
  clock?: 'running' | 'moved'
}

export type LocalCloud = {
  /** Ends with a slash. */
  url: string
  port: number
  /** What the SDK's TCB_CONTEXT_CNFG names. */
  adminUrl: string
  clock: Clock
  changes: Changes
  functions: CloudFunctions
  timers: Timers
  wechat: WeChat
  files: Files
  /** How often each action has been called. */
  calls: CallCounts
  faults: Faults
  close(): Promise<void>
}

const CALLS_PER_FUNCTION = 1000

/** WeChat's cloud on this machine. Throws a LocalCloudError where it cannot start. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { log = (line: string) => void process.stderr.write(`${line}\n`) } = options
  const updatedCounts = options.updatedCounts ?? configuredUpdatedCounts()
  const ceiling = options.workersPerFunction ?? configuredWorkers()
  const clock = new Clock({ isRunning: options.clock !== 'moved', log })
  const changes = new Changes()
  const { environment, store, files } = await openData(options, { clock, changes })
  let url = ''
  const functions = new CloudFunctions({
    configs: options.functions ?? configuredFunctions,
    functionsDir: options.functionsDir,
    adminUrl: () => `${url}admin`,
    clock,
    changes,
    ceiling,
    concurrency: options.callsPerFunction ?? CALLS_PER_FUNCTION,
    anonymousCalls: options.anonymousCalls ?? true,
    log,
  })
  const timers = new Timers({ functions, clock, changes })
  const wechat = new WeChat({
    config: options.wechat ?? configuredWeChat,
    url: () => url,
    environment,
    functions,
    clock,
    changes,
    log,
  })
  const storage = new Storage({ files, clock, url: () => url })
  const transactions = new Transactions(store, clock)
  const calls = new CallCounts()
  const faults = new Faults({ calls, functions, transactions, clock, changes })
  const bare = {
    ...databaseActions({
      store,
      transactions,
      clock,
      changes,
      scans: new ScanWarnings(log),
      updatedCounts,
    }),
    ...functionActions(functions),
    ...wechat.actions(),
    ...storageActions(storage),
  }
  const actions = actionsWithFaults(faults, bare, (guarded) => wechat.oneSendAtATime(guarded))
  const doors = [
    ...adminDoors({ actions, functions, log }),
    ...clientDoors({ functions, faults, log }),
    ...phoneDoors({ wechat, faults, log }),
    ...storageDoors({ storage, log }),
    ...phoneStorageDoors({ storage, faults, log }),
    phoneScriptDoor(),
    ...exchangeDoors({ environment, store, files, transactions, functions, changes }, log),
    // Takes what is left below its address, so it comes last.
    ...inspectorDoors({
      inspected: {
        store,
        files,
        clock,
        functions,
        timers,
        wechat,
        faults,
        calls,
        actions: { bare, met: actions },
      },
      changes,
      log,
    }),
  ]
  const server = createLocalServer(createListener({ doors, site: serveSite(options.siteDir), log }))
  try {
    const port = await listen(server, options.port)
    url = `http://127.0.0.1:${port}/`
    return {
      url,
      port,
      adminUrl: `${url}admin`,
      clock,
      changes,
      functions,
      timers,
      wechat,
      files,
      calls,
      faults,
      async close() {
        faults.close()
        transactions.close()
        timers.close()
        clock.stop()
        await stopListening(server)
        await functions.close()
        await environment.close()
      },
    }
  } catch (cause) {
    timers.close()
    clock.stop()
    await environment.close()
    throw cause
  }
}

type Data = { environment: Environment; store: Store; files: Files }

async function openData(
  { dataDir, collections = configuredCollections, fileReaders = 'everyone' }: LocalCloudOptions,
  { clock, changes }: { clock: Clock; changes: Changes },
): Promise<Data> {
  let environment: Environment | undefined
  try {
    environment = await openEnvironment(dataDir)
    const store = new Store(environment, collections)
    store.prepare()
    const files = new Files({ environment, clock, changes, readers: fileReaders })
    await files.prepare()
    return { environment, store, files }
  } catch (cause) {
    await environment?.close()
    if (environment && isDamage(cause)) throw movedAside(environment.dataDir, 'is damaged')
    if (cause instanceof LocalCloudError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new LocalCloudError('FOREIGN_DATA', `The data in ${dataDir} cannot be used: ${reason}.`, { cause })
  }
}

const isDamage = (cause: unknown) => cause instanceof LocalCloudError && cause.code === 'DAMAGED_DATA'
