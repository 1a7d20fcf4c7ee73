import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../config/build-functions'
import type { FunctionConfig } from '../../config/functions'
import type { LocalCloud, LocalCloudOptions } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from './local-cloud'

const config: FunctionConfig = { timeLimit: 20, memory: 256, runtime: 'Nodejs20.19', invoker: 'readers' }

/** A local cloud that runs the functions of `tests/fixtures/functions/`. */
export async function startFixtureCloud(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  const functionsDir = mkdtempSync(join(tmpdir(), 'functions-'))
  const names = ['caller', 'slow', 'faulty', 'stuck', 'heavy']
  await buildFunctions({ names, sourceDir: join(__dirname, '../fixtures/functions'), outDir: functionsDir })
  const cloud = await startTestCloud({
    functionsDir,
    functions: {
      caller: config,
      slow: config,
      faulty: { ...config, memory: 64 },
      stuck: { ...config, timeLimit: 0.5 },
      heavy: { ...config, timeLimit: 0.7 },
      private: { ...config, invoker: 'none' },
      personal: { ...config, invoker: 'signed-in' },
    },
    collections: { things: { read: 'nobody', indexes: [] } },
    ...options,
  })
  return {
    ...cloud,
    async close() {
      await cloud.close()
      rmSync(functionsDir, { recursive: true, force: true })
    },
  }
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
