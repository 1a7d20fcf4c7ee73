import { join } from 'node:path'
import { defineConfig } from '@tarojs/cli'

/**
 * Words that stand in the code as `process.env.NAME`. A phone has no `process`, so each one has a value in every build.
 * `TARO_APP_LOCAL_CLOUD=http://127.0.0.1:8080 npm run build:weapp` makes the mini-program speak to the local cloud, for
 * the developer tools; a release has no such address, and what would use it is left out. TARO_APP_CLOUD_ENV names the
 * cloud environment of a release; without it, it is the one that the mini-program is uploaded to.
 */
const env = {
  TARO_APP_LOCAL_CLOUD: JSON.stringify(process.env.TARO_APP_LOCAL_CLOUD ?? ''),
  TARO_APP_CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
}

/** Sizes are the reader's: text steps multiply them, a wide window must not. So px stays px. */
const postcss = { pxtransform: { enable: false }, cssModules: { enable: false } }

export default defineConfig({
  projectName: 'newsletter-reading-room',
  date: '2026-11-25',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [
    join(__dirname, 'aria-plugin.ts'),
    join(__dirname, 'button-plugin.ts'),
    join(__dirname, 'project-config-plugin.ts'),
    join(__dirname, 'subpackage-templates-plugin.ts'),
    join(__dirname, 'valibot-plugin.ts'),
  ],
  env,
  // Chinese as it is written: escaped, each character takes twice the bytes.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  // theme.json names the icons of the tab bar, which Taro does not look into.
  copy: {
    patterns: process.env.TARO_ENV === 'weapp' ? [{ from: 'src/tab-bar/', to: 'dist/weapp/tab-bar/' }] : [],
    options: {},
  },
  mini: {
    postcss,
    minifyXML: { collapseWhitespace: true },
    // Nobody sets innerHTML here, and its parser is the largest part of Taro's runtime that can be left out.
    runtime: { enableInnerHTML: false },
    // The only package that is published in newer JavaScript than old phones load.
    compile: { include: [(file: string) => /node_modules[\\/]valibot/.test(file)] },
  },
  h5: {
    publicPath: '/',
    postcss,
    router: { mode: 'hash' },
  },
})
