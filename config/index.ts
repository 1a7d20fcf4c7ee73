import { defineConfig } from '@tarojs/cli'

export default defineConfig({
  projectName: 'newsletter-reading-room',
  date: '2026-11-25',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [],
  mini: {
    // Sizes are the reader's: text steps multiply them, a wide window must not. So px stays px.
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
  },
  h5: {
    publicPath: '/',
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
    router: { mode: 'hash' },
  },
})
