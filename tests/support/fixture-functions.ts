import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../config/build-functions'
import type { FunctionConfig } from '../../config/functions'
import type { CallRecord } from '../../tools/local-cloud/functions/call-record'
import type { LocalCloud, LocalCloudOptions } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from './local-cloud'

const config: FunctionConfig = { timeLimit: 20, memory: 256, runtime: 'Nodejs20.19', invoker: 'readers' }

const names = ['caller', 'slow', 'faulty', 'stuck', 'heavy', 'ticker', 'lingering', 'dates']

const functionsDir = mkdtempSync(join(tmpdir(), 'functions-'))
let built: Promise<void> | undefined

afterAll(() => rmSync(functionsDir, { recursive: true, force: true }))

/** A local cloud that runs the functions of `tests/fixtures/functions/`, which are built once for a file of tests. */
export async function startFixtureCloud(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  built ??= buildFunctions({
    names,
    sourceDir: join(__dirname, '../fixtures/functions'),
    outDir: functionsDir,
  })
  await built
  return startTestCloud({
    functionsDir,
    functions: {
      caller: config,
      slow: config,
      faulty: { ...config, memory: 64 },
      stuck: { ...config, timeLimit: 0.5 },
      heavy: { ...config, timeLimit: 0.7 },
      ticker: { ...config, invoker: 'none' },
      lingering: { ...config, timeLimit: 0.5 },
      dates: config,
      private: { ...config, invoker: 'none' },
      personal: { ...config, invoker: 'signed-in' },
    },
    collections: { things: { read: 'nobody', indexes: [] }, ticks: { read: 'nobody', indexes: [] } },
    ...options,
  })
}

/** Resolves when the remembered calls of a function are such: at once, or when something has become of one. */
export async function untilCalls(
  { changes, functions }: LocalCloud,
  name: string,
  areSuch: (calls: readonly CallRecord[]) => boolean,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!areSuch(functions.calls(name))) return
      stop()
      resolve()
    }
    const stop = changes.listen((topic) => (topic === 'calls' || topic === 'logs') && look())
    look()
  })
}

type PhoneAnswer = { result?: unknown; errCode?: number; errMsg?: string }

/** Calls as a phone does; without an openid, as one that is not signed in. */
export async function callFromPhone(
  cloud: LocalCloud,
  name: string,
  data: object = {},
  openid?: string,
): Promise<PhoneAnswer> {
  const response = await fetch(`${cloud.url}client/callFunction`, {
    method: 'POST',
    body: JSON.stringify({ name, data }),
    headers: openid === undefined ? {} : { 'x-local-openid': openid },
  })
  return (await response.json()) as PhoneAnswer
}
