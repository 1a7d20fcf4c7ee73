import { posix } from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import { sources } from 'webpack'

/** What the main package may use: the templates that Taro makes for every app. */
const MAIN = new Set([
  '#text',
  'view',
  'catch-view',
  'static-view',
  'pure-view',
  'click-view',
  'scroll-view',
  'image',
  'static-image',
  'text',
  'static-text',
  'button',
  'official-account',
])

const BASE = 'base.wxml'

type Assets = Record<string, { source(): string | Buffer } | undefined>

/** By name, the number under which the templates know a component. */
type Aliases = Record<string, { _num: string }>

/**
 * Taro writes the templates of every component that any page uses into base.wxml, which all readers download, fields to
 * type into as well that only the editors' desk has. This leaves in it what the main package uses, and gives each
 * subpackage a base.wxml of its own with all of them.
 */
export default function subpackageTemplatesPlugin(ctx: IPluginContext): void {
  let aliases: Aliases = {}

  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }: TaroPlatformBase) {
      // The browser's build has no templates.
      if (!template) return
      const buildTemplate = template.buildTemplate.bind(template)
      template.buildTemplate = (config) => {
        const built = buildTemplate(config)
        aliases = (template as unknown as { componentsAlias: Aliases }).componentsAlias
        // The minifier takes WXML for HTML, where an input has no end tag; WeChat demands one.
        return built.replaceAll('></input>', '/>')
      }
    },
  })

  ctx.modifyBuildAssets(({ assets }: { assets: Assets }) => {
    const all = assets[BASE]?.source().toString()
    const app = assets['app.json']?.source().toString()
    if (all === undefined || app === undefined) return
    const { subPackages = [] }: { subPackages?: { root: string }[] } = JSON.parse(app)
    const roots = subPackages.map(({ root }) => root)
    const main = mainTemplates(all, aliases)
    if (roots.length === 0 || main === all) return

    assets[BASE] = new sources.RawSource(main)
    for (const root of roots) {
      const up = posix.relative(root, '')
      assets[`${root}/${BASE}`] = new sources.RawSource(all.replaceAll('"./utils.wxs"', `"${up}/utils.wxs"`))
      for (const [file, page] of Object.entries(assets)) {
        if (!file.startsWith(`${root}/`) || !file.endsWith('/index.wxml')) continue
        const own = posix.relative(posix.dirname(file), root)
        const text = page?.source().toString() ?? ''
        assets[file] = new sources.RawSource(
          text.replace(`"${posix.join(own, up, BASE)}"`, `"${posix.join(own, BASE)}"`),
        )
      }
    }
  })
}

/** `tmpl_3_27` and `tmpl_3_27_focus` are of the component 27. */
function mainTemplates(all: string, aliases: Aliases): string {
  const numbers = new Set([...MAIN].map((name) => aliases[name]?._num))
  return all
    .split(/(?=<template name=)/u)
    .filter((part) => {
      const number = /^<template name="tmpl_\d+_(\d+)/u.exec(part)?.[1]
      return number === undefined || numbers.has(number)
    })
    .join('')
}
