import { join } from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { NormalModuleReplacementPlugin } from 'webpack'

/** What is shared with the cloud for readers; all else that is shared is for the desk. */
const FOR_READERS =
  /[\\/]shared[\\/](?:newsletter[\\/](?!problem\.ts)|issues[\\/]|alerts[\\/]endpoints|codes[\\/](?!endpoints)|firm[\\/]|endpoint|errors)/u

const isOfTheDesk = (file: string) =>
  /[\\/]src[\\/](?:editor|shared)[\\/]/u.test(file) && !FOR_READERS.test(file)

/** As a path: webpack takes a query of a package's name for the name of a file in it. */
const COPY = `${join(__dirname, '../node_modules/valibot/dist/index.mjs')}?desk`

const ON_PHONES = join(__dirname, '../src/cloud/valibot-on-phones.ts')

/**
 * valibot is one file, and a bundler keeps of it what anybody needs: what only the desk checks would be downloaded by
 * all readers. So the desk has a copy in its subpackage, and readers what their few schemas need.
 */
export default function valibotPlugin(ctx: IPluginContext): void {
  if (process.env.TARO_ENV !== 'weapp') return
  ctx.modifyWebpackChain(({ chain }) => {
    chain.plugin('valibot').use(NormalModuleReplacementPlugin, [
      /^valibot$/u,
      (imported: { request: string; contextInfo: { issuer: string } }) => {
        imported.request = isOfTheDesk(imported.contextInfo.issuer) ? COPY : ON_PHONES
      },
    ])
  })
}
