import type { CollectionConfig } from '../../../config/database'
import type { FunctionConfig } from '../../../config/functions'

const indexed: CollectionConfig = {
  read: 'nobody',
  indexes: [
    {
      name: 'page',
      fields: [
        ['state', 1],
        ['order', -1],
      ],
      unique: false,
    },
  ],
}

/** What is measured: the same documents in a small and in a large collection, and one for what is written. */
export const COLLECTIONS: Record<string, CollectionConfig> = {
  small: indexed,
  large: indexed,
  written: indexed,
}

export const SMALL = 1000
export const LARGE = 100_000

/** As large as a reader's subscription. */
export const aDocument = (at: number) => ({
  _id: `document-${String(at).padStart(6, '0')}`,
  state: at % 2 === 0 ? 'on' : 'off',
  order: (at * 7919) % 1_000_003,
  openid: `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o${at}`,
  series: '立方网络安全与数据合规周报',
  language: 'zh',
  since: new Date(1_700_000_000_000 + at),
  counts: { sent: at % 50, opened: at % 20 },
  tags: ['周报', 'weekly', at % 7],
})

const config: FunctionConfig = { timeLimit: 20, memory: 256, runtime: 'Nodejs20.19', invoker: 'readers' }

/** Answers at once. */
export const FUNCTION = { name: 'echo', config, code: 'exports.main = async (event) => ({ n: event.n })\n' }
