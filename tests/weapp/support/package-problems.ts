import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesBelow } from './wechat-compiler'

/** Of the main package, and of each subpackage. */
const PACKAGE_BYTES = 2 * 1024 * 1024
const ICON_BYTES = 40 * 1024

type AppConfig = { pages: string[]; subPackages: { root: string; pages: string[] }[] }

/** What WeChat's compilers do not notice: what the build names and does not contain, and what is too large. */
export function packageProblems(folder: string): string[] {
  const files = filesBelow(folder)
  return [
    ...oversizedPackages(folder, files),
    ...missingPages(folder),
    ...files.filter((file) => file.endsWith('.json')).flatMap((file) => missingComponents(folder, file)),
    ...files.filter((file) => file.endsWith('.wxml')).flatMap((file) => missingImports(folder, file)),
    ...iconProblems(folder),
  ]
}

function oversizedPackages(folder: string, files: readonly string[]): string[] {
  const { subPackages }: AppConfig = readJson(folder, 'app.json')
  const roots = subPackages.map(({ root }) => `${root}/`)
  const packageOf = (file: string) => roots.find((root) => file.startsWith(root)) ?? ''
  return ['', ...roots].flatMap((root) => {
    const own = files.filter((file) => packageOf(file) === root)
    const total = own.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
    return total > PACKAGE_BYTES
      ? [`The package ${root || 'main'} has ${total} bytes; WeChat takes ${PACKAGE_BYTES}.`]
      : []
  })
}

function missingPages(folder: string): string[] {
  const { pages, subPackages }: AppConfig = readJson(folder, 'app.json')
  const apart = subPackages.flatMap((one) => one.pages.map((page) => `${one.root}/${page}`))
  return [...pages, ...apart].flatMap((page) =>
    missing(folder, 'app.json', [`${page}.js`, `${page}.json`, `${page}.wxml`]),
  )
}

function missingComponents(folder: string, file: string): string[] {
  const { usingComponents = {} }: { usingComponents?: Record<string, string> } = readJson(folder, file)
  const targets = Object.values(usingComponents).map((target) => join(dirname(file), target))
  return targets.flatMap((target) =>
    missing(folder, file, [`${target}.js`, `${target}.json`, `${target}.wxml`]),
  )
}

function missingImports(folder: string, file: string): string[] {
  const sources = readFileSync(join(folder, file), 'utf8').matchAll(
    /<(?:import|include|wxs)\b[^>]*?\bsrc="([^"]+)"/gu,
  )
  return missing(
    folder,
    file,
    [...sources].map(([, source = '']) => join(dirname(file), source)),
  )
}

/** A theme's colours and icons have to be there in light and dark, and an icon must not be too large. */
function iconProblems(folder: string): string[] {
  const { light, dark }: Record<'light' | 'dark', Record<string, string>> = readJson(folder, 'theme.json')
  const named = [...readFileSync(join(folder, 'app.json'), 'utf8').matchAll(/"@(\w+)"/gu)].map(
    ([, name = '']) => name,
  )
  const icons = [...Object.values(light), ...Object.values(dark)].filter((value) => value.endsWith('.png'))
  return [
    ...named
      .filter((name) => !light[name] || !dark[name])
      .map((name) => `app.json names @${name}, which theme.json lacks.`),
    ...missing(folder, 'theme.json', icons),
    ...icons
      .filter((icon) => existsSync(join(folder, icon)) && statSync(join(folder, icon)).size > ICON_BYTES)
      .map((icon) => `${icon} is larger than ${ICON_BYTES} bytes.`),
  ]
}

function missing(folder: string, namedIn: string, paths: string[]): string[] {
  return paths
    .filter((path) => !existsSync(join(folder, path)))
    .map((path) => `${namedIn} names ${path}, which is missing.`)
}

function readJson<T>(folder: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as T
}
