import { wechat } from '../../../../config/wechat'

type AppConfig = { pages: string[]; subPackages: { root: string; pages: string[] }[] }

/** Taro evaluates the file with this function at hand. */
const defining = globalThis as { defineAppConfig?: (config: AppConfig) => AppConfig }

it('WeChat knows the pages that the mini-program has, the home page first', async () => {
  defining.defineAppConfig = (config) => config
  const { default: config } = (await import('../../../../src/app.config')) as unknown as {
    default: AppConfig
  }
  const apart = config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  expect(wechat.pages).toEqual([...config.pages, ...apart])
})
