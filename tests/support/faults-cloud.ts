import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../config/build-functions'
import type { FunctionConfig } from '../../config/functions'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from './local-cloud'

const config: FunctionConfig = { timeLimit: 20, memory: 256, runtime: 'Nodejs20.19', invoker: 'readers' }

/** A local cloud in which things can go wrong: one collection, one message template, and functions that use them. */
export async function startFaultsCloud(log: (line: string) => void = () => {}): Promise<LocalCloud> {
  const functionsDir = mkdtempSync(join(tmpdir(), 'functions-'))
  await buildFunctions({
    names: ['writer', 'sender'],
    sourceDir: join(__dirname, '../fixtures/functions'),
    outDir: functionsDir,
  })
  const cloud = await startTestCloud({
    log,
    functionsDir,
    functions: { writer: config, sender: config },
    collections: { things: { read: 'nobody', indexes: [] } },
    wechat: {
      account: 'gh_test',
      templates: { issue: { title: '内容更新提醒', kind: 'one-time', fields: { thing1: '刊物' } } },
      pushTo: null,
    },
  })
  return {
    ...cloud,
    async close() {
      await cloud.close()
      rmSync(functionsDir, { recursive: true, force: true })
    },
  }
}
