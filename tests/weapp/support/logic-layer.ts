import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Context, createContext, Script } from 'node:vm'
import { makeOldPhone } from './old-phone'
import type { PhoneClock } from './phone-clock'

/** What a page hands to `Page`, or an app to `App`: data, life cycle, event handlers. */
export type Definition = Record<string, unknown> & { data?: Record<string, unknown> }

export type LogicLayer = {
  app: Definition
  /** What `pages/index/index` handed to `Page`. */
  page(path: string): Definition
}

type Platform = {
  folder: string
  /** The folders of the subpackages. */
  roots: readonly string[]
  wx: object
  clock: PhoneClock
  getCurrentPages: () => readonly object[]
}

const scripts = new Map<string, Script>()

/**
 * WeChat's logic layer: JavaScript with `App`, `Page`, `getApp`, `getCurrentPages`, `wx`, timers and
 * `require`, and nothing that a browser or Node would add to that. It cannot make code of text, as on a phone.
 */
export function startLogicLayer({ folder, roots, wx, clock, getCurrentPages }: Platform): LogicLayer {
  const defined = { App: new Map<string, Definition>(), Page: new Map<string, Definition>() }
  const modules = new Map<string, { exports: unknown }>()
  let current = ''

  const define = (kind: keyof typeof defined) => (definition: Definition) => {
    defined[kind].set(current, definition)
  }
  const context = createContext(
    {
      wx,
      console,
      setTimeout: clock.setTimeout,
      clearTimeout: clock.clearTimeout,
      App: define('App'),
      Page: define('Page'),
      getApp: () => defined.App.get('app'),
      getCurrentPages,
    },
    { codeGeneration: { strings: false, wasm: false } },
  )
  new Script(makeOldPhone).runInContext(context)
  new Script('(now) => { Date.now = now }').runInContext(context)(() => clock.now)

  const rootOf = (path: string) => roots.find((root) => path.startsWith(`${root}/`))

  function load(path: string): unknown {
    const known = modules.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(path, module)
    const outer = current
    current = path
    const require = (name: string) => {
      const target = join(dirname(path), name).replaceAll('\\', '/').replace(/\.js$/u, '')
      const apart = rootOf(target)
      // A phone has a subpackage only when one of its pages is opened.
      if (apart && apart !== rootOf(path))
        throw new Error(`${path}.js requires ${target}.js out of ${apart}.`)
      return load(target)
    }
    runFile(join(folder, `${path}.js`), context)(require, module, module.exports)
    current = outer
    return module.exports
  }

  function definition(kind: keyof typeof defined, path: string): Definition {
    load(path)
    const found = defined[kind].get(path)
    if (!found) throw new Error(`${path}.js does not call ${kind}.`)
    return found
  }

  return {
    app: definition('App', 'app'),
    page: (path) => definition('Page', path),
  }
}

type Wrapped = (require: (name: string) => unknown, module: object, exports: object) => void

/** Read and compiled once, for every phone of a test file. */
function runFile(file: string, context: Context): Wrapped {
  const script =
    scripts.get(file) ??
    new Script(`(function(require,module,exports){${readFileSync(file, 'utf8')}\n})`, { filename: file })
  scripts.set(file, script)
  return script.runInContext(context)
}
