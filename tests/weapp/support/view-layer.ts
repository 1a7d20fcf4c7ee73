import { createContext, Script } from 'node:vm'
import { WxmlNode } from './wxml-node'

/** What wcc's output makes of a template and its data. */
type Drawn = string | number | boolean | { tag: string; attr?: Record<string, unknown>; children?: Drawn[] }

type Render = (data: unknown, patch: object, globals: object) => Drawn

export type ViewLayer = (page: string, data: unknown) => WxmlNode

/** Taro draws what is deeper than the 16 levels of its templates by a custom component of its own. */
const TOO_DEEP = 'wx-comp'

/** Draws pages with what WeChat's compiler made of their templates. */
export function createViewLayer(compiledWxml: string): ViewLayer {
  const context = createContext({ window: {}, console: { log: () => {}, warn: refuse } })
  new Script(compiledWxml, { filename: 'wxml.js' }).runInContext(context)
  const templates = context.$gwx as (path: string) => Render | undefined
  /** A template's functions copy what they are given, and know only what was made where they run. */
  const ownCopy = new Script('(json) => JSON.parse(json)').runInContext(context) as (json: string) => unknown
  const renders = new Map<string, Render>()

  function draw(path: string, data: unknown): Drawn[] {
    const render = renders.get(path) ?? templates(path)
    if (!render) throw new Error(`There is no template ${path}.`)
    renders.set(path, render)
    const drawn = render(ownCopy(JSON.stringify(data)), {}, {})
    return typeof drawn === 'object' ? (drawn.children ?? []) : []
  }

  function nodesOf(drawn: readonly Drawn[], parent: WxmlNode): (WxmlNode | string)[] {
    return drawn.flatMap((piece) => {
      if (typeof piece !== 'object') return piece === '' ? [] : [String(piece)]
      if (piece.tag === 'virtual') return nodesOf(piece.children ?? [], parent)
      return [nodeOf(piece, parent)]
    })
  }

  function nodeOf(piece: Exclude<Drawn, string | number | boolean>, parent: WxmlNode | null): WxmlNode {
    if (piece.tag === TOO_DEEP) throw new Error('The test phone draws no tree of more than 16 levels.')
    const children: (WxmlNode | string)[] = []
    const node = new WxmlNode(piece.tag.replace(/^wx-/u, ''), piece.attr ?? {}, children, parent)
    children.push(...nodesOf(piece.children ?? [], node))
    return node
  }

  return (page, data) => nodeOf({ tag: 'wx-page', children: draw(`${page}.wxml`, data) }, null)
}

/** It warns of a template that is missing, and draws nothing in its place: here that is an error. */
function refuse(warning: unknown): never {
  throw new Error(String(warning))
}
