import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../config/build-functions'
import type { FunctionConfig } from '../../config/functions'
import type { TemplateConfig, WeChatConfig } from '../../config/wechat'
import type { LocalCloud, LocalCloudOptions } from '../../tools/local-cloud/start-local-cloud'
import { startTestCloud } from './local-cloud'

const issue: TemplateConfig = {
  title: '内容更新提醒',
  kind: 'one-time',
  fields: { thing1: '刊物', date2: '时间' },
}

export const templates = {
  issue,
  /** Has the title of another. */
  'issue-again': issue,
  report: { title: '报告提醒', kind: 'one-time', fields: { phrase1: '状态' } },
  third: { title: '三', kind: 'one-time', fields: {} },
  fourth: { title: '四', kind: 'one-time', fields: {} },
  fifth: { title: '五', kind: 'one-time', fields: {} },
  sixth: { title: '六', kind: 'one-time', fields: {} },
  spoken: { title: '收款到账通知', kind: 'one-time', fields: { amount1: '金额' }, hasVoice: true },
  parcel: { title: '快递提醒', kind: 'one-time', fields: { character_string3: '单号', thing1: '商品' } },
  bus: { title: '公交到站提醒', kind: 'long-term', fields: { thing1: '线路' } },
} satisfies Record<string, TemplateConfig>

export type TemplateId = keyof typeof templates

const functionConfig: FunctionConfig = {
  timeLimit: 20,
  memory: 256,
  runtime: 'Nodejs20.19',
  invoker: 'readers',
}

type Options = Partial<LocalCloudOptions> & Partial<Pick<WeChatConfig, 'pushTo'>>

/** A local cloud whose WeChat knows `templates`, with those functions of `tests/fixtures/functions/` that it needs. */
export async function startPhoneCloud({ pushTo = null, ...options }: Options = {}): Promise<LocalCloud> {
  const functionsDir = mkdtempSync(join(tmpdir(), 'functions-'))
  const names = ['caller', 'sender', 'barred', 'deaf']
  await buildFunctions({ names, sourceDir: join(__dirname, '../fixtures/functions'), outDir: functionsDir })
  const cloud = await startTestCloud({
    clock: 'moved',
    functionsDir,
    functions: Object.fromEntries(names.map((name) => [name, functionConfig])),
    collections: {},
    wechat: { account: 'gh_test', pages: ['pages/index/index', 'pages/issue/index'], templates, pushTo },
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

/** Asks WeChat as a phone does, at one of its doors. */
export async function askWeChat(
  cloud: LocalCloud,
  path: string,
  body: unknown,
  openid?: string,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${cloud.url}client/${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: openid === undefined ? {} : { 'x-local-openid': openid },
  })
  return (await response.json()) as Record<string, unknown>
}
