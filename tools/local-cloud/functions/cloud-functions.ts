import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import type { FunctionConfig } from '../../../config/functions'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { CloudError } from '../cloud-error'
import { sdkEnv } from '../sdk-env'
import { callContext } from './call-context'
import { byPhone, type Caller, callVariables, LOCAL } from './call-identity'
import { CallLog } from './call-log'
import type { CallRecord } from './call-record'
import type { DeployedConfig } from './deployed-config'
import { FunctionFolder } from './function-folder'
import { FunctionPool } from './function-pool'
import { givenVariables } from './given-variables'
import { GoingRuns } from './going-runs'
import { mayInvoke } from './may-invoke'
import type { SdkCaller } from './sdk-caller'
import { SdkCallers } from './sdk-callers'

type Options = {
  configs: Record<string, FunctionConfig>
  functionsDir: string
  /** Known once the local cloud listens. */
  adminUrl: () => string
  clock: Clock
  changes: Changes
  /** Workers a function. */
  ceiling: number
  /** Calls a function, those that wait included. */
  concurrency: number
  /** Whether phones without an identity may call what readers may. */
  anonymousCalls: boolean
  log: (line: string) => void
}

/** A call that has begun. */
export type FunctionRun = {
  id: string
  /** The function's result as JSON text, or a CloudError. */
  result: Promise<string>
  /** Resolves when it has ended, however, or stands still because it was frozen. */
  rest: Promise<void>
}

/** Seconds; the cloud has a limit of its own for loading, which a function's configuration does not name. */
const LOAD_LIMIT = 30

type Deployed = { config: FunctionConfig; folder: FunctionFolder; pool: FunctionPool }

/** All functions of the configuration, run as built. */
export class CloudFunctions {
  readonly #options: Options
  readonly #deployed = new Map<string, Deployed>()
  readonly #calls: CallLog
  readonly #callers = new SdkCallers()
  readonly #going = new GoingRuns()
  #generation = 0

  constructor(options: Options) {
    this.#options = options
    this.#calls = new CallLog(options.clock, options.changes)
    for (const [name, config] of Object.entries(options.configs))
      this.#deployed.set(name, this.#deploy(name, config))
    options.clock.follow(() => {
      for (const { pool } of this.#deployed.values()) pool.tellTime()
    })
  }

  /** Those that are configured, also where one has not been built. */
  names(): string[] {
    return [...this.#deployed.keys()]
  }

  config(name: string): FunctionConfig {
    return this.#of(name).config
  }

  /** What its `config.json` says now. */
  deployedConfig(name: string): DeployedConfig {
    return this.#look(name).folder.config
  }

  /** A phone's call, as the security rules allow it. The result is JSON text. */
  async callFromPhone(name: string, data: object, openid: string | null): Promise<string> {
    if (mayInvoke(this.config(name).invoker, openid, this.#options.anonymousCalls))
      return this.invoke(name, data, byPhone(openid))
    throw new CloudError(
      'PERMISSION_DENIED',
      'Permission denied: the function may not be called by this caller.',
    )
  }

  /** A call with data, to which the platform adds who calls. The result is JSON text. */
  async invoke(name: string, data: object, caller: Caller): Promise<string> {
    const { openid } = caller
    const userInfo = { appId: LOCAL.appId, ...(openid === null ? {} : { openId: openid }) }
    return this.deliver(name, { ...data, userInfo }, caller).result
  }

  /** Gives an event as it is: of a timer, or of the message push. */
  deliver(name: string, event: object, caller: Caller): FunctionRun {
    const { config, folder, pool } = this.#look(name)
    if (folder.build === '')
      throw new CloudError('FUNCTION_NOT_FOUND', `The function ${name} has not been built.`)
    const run = randomUUID()
    const text = eventText(event)
    const call = this.#calls.add({
      ...caller,
      run,
      functionName: name,
      eventBytes: Buffer.byteLength(text),
    })
    const variables = callVariables(caller)
    const context = callContext({ run, name, config, variables })
    const rest = this.#going.begin(run)
    const answer = pool.invoke({ run, event: text, context, variables }, (instance) => {
      this.#callers.begin({ ...caller, functionName: name, instance, run })
      this.#calls.begins(call, instance)
    })
    const result = this.#calls.follow(call, answer).finally(() => this.#going.rest(run))
    // Whoever gives an event need not wait for what comes of it.
    result.catch(() => {})
    return { id: run, result, rest }
  }

  /** Which function speaks from an instance's own address, and for whom. */
  callerOf(instance: string): SdkCaller {
    return this.#callers.of(instance)
  }

  /** Holds an instance wherever it awaits something; resolves when it stands still. Its time limit runs on. */
  async freeze(instance: string): Promise<void> {
    await this.#instance(instance)?.freeze()
    this.#going.rest(this.callerOf(instance).run)
  }

  /** Lets it go on where it was; resolves when it has ended, or stands still again. */
  async thaw(instance: string): Promise<void> {
    const { run } = this.callerOf(instance)
    void this.#going.begin(run)
    await this.#instance(instance)?.thaw()
    this.#going.rest(run)
  }

  /** Ends an instance as a crash does. */
  async kill(instance: string): Promise<void> {
    await this.#instance(instance)?.end(
      new CloudError('FUNCTIONS_EXECUTE_FAIL', "The function's process was killed."),
    )
  }

  /** The last calls of a function, the latest last. */
  calls(name: string): readonly CallRecord[] {
    return this.#calls.of(name)
  }

  /** Resolves when no call is going on, other than frozen ones. */
  idle(): Promise<void> {
    return this.#going.idle()
  }

  /** Whether a function has the permission in its `config.json`; a program outside (null) needs none. */
  mayUseOpenApi(caller: SdkCaller | null, api: string): boolean {
    return caller === null || this.deployedConfig(caller.functionName).openapi.includes(api)
  }

  /** Lets no instance serve another call, so that nothing is remembered of data that is gone. */
  renew(): void {
    this.#generation += 1
  }

  async close(): Promise<void> {
    await Promise.all([...this.#deployed.values()].map(({ pool }) => pool.close()))
  }

  #of(name: string): Deployed {
    const deployed = this.#deployed.get(name)
    if (deployed) return deployed
    throw new CloudError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.')
  }

  /** As it is on disk now. */
  #look(name: string): Deployed {
    const deployed = this.#of(name)
    if (!deployed.folder.look()) return deployed
    const { problem } = deployed.folder.config
    if (problem) this.#options.log(`[${name}] ${problem}`)
    this.#options.changes.tell('functions')
    return deployed
  }

  #instance(id: string) {
    return this.#of(this.callerOf(id).functionName).pool.instance(id)
  }

  #deploy(name: string, config: FunctionConfig): Deployed {
    const { functionsDir, adminUrl, clock, ceiling, concurrency } = this.#options
    const folder = new FunctionFolder(resolve(functionsDir, name))
    const pool = new FunctionPool({
      instance: {
        entry: folder.entry,
        env: (instance) => ({ ...givenVariables(config), ...sdkEnv(`${adminUrl()}/${instance}`) }),
        clockOffset: () => clock.offset,
        loadLimit: LOAD_LIMIT,
        timeLimit: config.timeLimit,
        memory: config.memory,
        log: (line, run) => this.#log(name, line, run),
      },
      ceiling,
      concurrency,
      build: () => `${folder.build} ${this.#generation}`,
    })
    return { config, folder, pool }
  }

  #log(name: string, line: string, run: string | null): void {
    this.#options.log(`[${name}] ${line}`)
    this.#calls.addLine(name, run, line)
  }
}

function eventText(event: object): string {
  try {
    return JSON.stringify(event)
  } catch (cause) {
    // JSON is read to any depth, but written only as deep as the stack allows.
    throw new CloudError('INVALID_PARAM', "The function's data is nested too deeply.", { cause })
  }
}
