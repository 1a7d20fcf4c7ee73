import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FunctionConfig } from '../../../config/functions'
import { CloudError } from '../cloud-error'
import { sdkEnv } from '../sdk-env'
import { callIdentity, LOCAL } from './call-identity'
import { FunctionPool } from './function-pool'
import type { SdkCaller } from './sdk-caller'

/** Who calls a function, and by which way. */
export type Caller = { openid: string | null; source: 'wx_client' | 'scf' }

type Options = {
  configs: Record<string, FunctionConfig>
  functionsDir: string
  /** Known once the local cloud listens. */
  adminUrl: () => string
  /** Workers a function. */
  ceiling: number
  log: (line: string) => void
}

/** Seconds; the cloud has a limit of its own for loading, which a function's configuration does not name. */
const LOAD_LIMIT = 30

/** All functions of the configuration, run as built. */
export class CloudFunctions {
  readonly #options: Options
  readonly #pools = new Map<string, FunctionPool>()

  constructor(options: Options) {
    this.#options = options
  }

  config(name: string): FunctionConfig {
    const config = Object.hasOwn(this.#options.configs, name) ? this.#options.configs[name] : undefined
    if (config) return config
    throw new CloudError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.')
  }

  /** The function's result as JSON text. */
  async invoke(name: string, data: object, caller: Caller): Promise<string> {
    const config = this.config(name)
    const pool = this.#pools.get(name) ?? this.#createPool(name, config)
    return pool.invoke({
      event: eventText(data, caller),
      context: {
        request_id: randomUUID(),
        function_name: name,
        function_version: '$LATEST',
        namespace: LOCAL.env,
        memory_limit_in_mb: config.memory,
        time_limit_in_ms: config.timeLimit * 1000,
      },
      identity: callIdentity(caller),
    })
  }

  /** Which function speaks from an instance's own address. */
  callerOf(instance: string): SdkCaller {
    for (const [functionName, pool] of this.#pools) {
      const found = pool.instance(instance)
      if (found) return { functionName, instance, run: found.run ?? '' }
    }
    throw new CloudError('INVALID_PARAM', 'There is no such instance of a function.')
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()))
  }

  #createPool(name: string, { timeLimit, memory }: FunctionConfig): FunctionPool {
    const { functionsDir, ceiling, log } = this.#options
    const adminUrl = this.#options.adminUrl()
    const entry = resolve(functionsDir, name, 'index.js')
    if (!existsSync(entry))
      throw new CloudError('FUNCTION_NOT_FOUND', `The function ${name} has not been built.`)
    const pool = new FunctionPool(
      {
        entry,
        env: (instance) => sdkEnv(`${adminUrl}/${instance}`),
        loadLimit: LOAD_LIMIT,
        timeLimit,
        memory,
        log: (line) => log(`[${name}] ${line}`),
      },
      ceiling,
    )
    this.#pools.set(name, pool)
    return pool
  }
}

/** The caller's data, and who calls as the platform knows it. */
function eventText(data: object, { openid }: Caller): string {
  const userInfo = { appId: LOCAL.appId, ...(openid === null ? {} : { openId: openid }) }
  try {
    return JSON.stringify({ ...data, userInfo })
  } catch (cause) {
    // JSON is read to any depth, but written only as deep as the stack allows.
    throw new CloudError('INVALID_PARAM', "The function's data is nested too deeply.", { cause })
  }
}
