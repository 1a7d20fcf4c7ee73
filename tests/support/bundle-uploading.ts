import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

type Bundling = {
  platform: 'weapp' | 'h5'
  /** Its address makes a build for the developer tools; a release has none. */
  localCloud?: string
  outfile: string
}

const fixtures = join(__dirname, '../fixtures/uploading')

/**
 * `src/cloud/upload-file.ts` with all that it needs, Taro included, in a program of its own. What no page imports is in
 * no build of ours; the words that Taro replaces in one are replaced here as well.
 */
export async function bundleUploading({ platform, localCloud = '', outfile }: Bundling): Promise<void> {
  const words = {
    TARO_ENV: platform,
    TARO_PLATFORM: platform === 'h5' ? 'web' : 'mini',
    TARO_APP_LOCAL_CLOUD: localCloud,
    TARO_APP_CLOUD_ENV: '',
    NODE_ENV: 'production',
    SUPPORT_TARO_POLYFILL: 'disabled',
  }
  const switches = [
    'ENABLE_INNER_HTML',
    'ENABLE_ADJACENT_HTML',
    'ENABLE_SIZE_APIS',
    'ENABLE_TEMPLATE_CONTENT',
    'ENABLE_MUTATION_OBSERVER',
    'ENABLE_CLONE_NODE',
    'ENABLE_CONTAINS',
  ]
  await build({
    entryPoints: [join(fixtures, `${platform}.ts`)],
    outfile,
    bundle: true,
    format: platform === 'h5' ? 'iife' : 'cjs',
    target: 'es2017',
    minifySyntax: true,
    logLevel: 'error',
    ...(platform === 'h5' && { alias: { '@tarojs/taro': '@tarojs/taro-h5' }, plugins: [taroByName] }),
    define: {
      ...Object.fromEntries(
        Object.entries(words).map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]),
      ),
      ...Object.fromEntries(switches.map((name) => [name, 'false'])),
      // A phone has none.
      global: '{}',
    },
  })
}

/** For a browser Taro's own build makes `Taro.name` an import of that name: its package's default has next to nothing. */
const taroByName: Plugin = {
  name: 'taro-by-name',
  setup(building) {
    building.onLoad({ filter: /[\\/]src[\\/]cloud[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      return { contents: text.replace('import Taro from', 'import * as Taro from'), loader: 'ts' }
    })
  },
}
