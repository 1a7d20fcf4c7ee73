import type { Definition } from './logic-layer'
import { boxesOf } from './page-layout'
import type { PhoneClock } from './phone-clock'
import type { PhoneNetwork } from './phone-network'
import { applyData } from './set-data'
import type { ViewLayer } from './view-layer'
import type { Query, WxmlNode } from './wxml-node'

/**
 * One call of `setData`; its size as design.md counts it: UTF-8 bytes of the JSON. `received`: what the phone had
 * received of the cloud by then, in so many `answers`.
 */
export type SetData = {
  data: Record<string, unknown>
  bytes: number
  at: number
  received: number
  answers: number
}

export type ShareCard = { title?: string; path?: string; imageUrl?: string }

/** A page on the stack: what its code is given as `this`, and what a reader sees of it. */
export class PageUnderTest {
  /** Everything that was sent to the screen so far. */
  readonly setDatas: SetData[] = []
  /** What the page's code has as `this`. */
  readonly instance: Definition & { data: Record<string, unknown> }
  title: string
  scrollTop = 0
  /** When it was last scrolled by its own code, in the phone's time. */
  scrolledAt = 0

  private drawn: { after: number; root: WxmlNode } | null = null

  constructor(
    readonly path: string,
    readonly options: Readonly<Record<string, string>>,
    definition: Definition,
    config: { navigationBarTitleText?: string },
    private readonly draw: ViewLayer,
    clock: PhoneClock,
    network: PhoneNetwork,
  ) {
    this.title = config.navigationBarTitleText ?? ''
    this.instance = {
      ...definition,
      data: structuredClone(definition.data ?? {}),
      route: path,
      __route__: path,
      options,
      setData: (data: Record<string, unknown>, drawn?: () => void) => {
        const json = JSON.stringify(data)
        const sent: Record<string, unknown> = JSON.parse(json)
        const { received, answers } = network
        this.setDatas.push({ data: sent, bytes: Buffer.byteLength(json), at: clock.now, received, answers })
        applyData(this.instance.data, structuredClone(sent))
        if (drawn) clock.setTimeout(drawn)
      },
      selectComponent: () => null,
    }
  }

  /** Calls a life cycle or handler of the page's code, if it has one. */
  run(name: string, ...args: unknown[]): unknown {
    const handler = this.instance[name]
    return typeof handler === 'function' ? handler.apply(this.instance, args) : undefined
  }

  /** What is drawn now; drawn anew only after a setData, as on a phone. */
  get root(): WxmlNode {
    if (this.drawn?.after !== this.setDatas.length)
      this.drawn = { after: this.setDatas.length, root: this.draw(this.path, this.instance.data) }
    return this.drawn.root
  }

  get lines(): string[] {
    return this.root.lines
  }

  find(query: Query): WxmlNode {
    return this.root.find(query)
  }

  all(query: Query): WxmlNode[] {
    return this.root.all(query)
  }

  has(query: Query): boolean {
    return this.root.has(query)
  }

  /** How far below the window's top the first node of a selector is. */
  topOf(selector: string): number {
    const [box] = boxesOf(this.root, selector, this.scrollTop)
    if (!box) throw new Error(`There is no ${selector}.`)
    return box.top
  }

  /** What would be sent to a chat from the menu; null where the page cannot be shared. */
  share(): ShareCard | null {
    if (typeof this.instance.onShareAppMessage !== 'function') return null
    return this.run('onShareAppMessage', { from: 'menu' }) as ShareCard
  }

  /** What would be sent to a chat by a button that shares. */
  shareBy(button: WxmlNode): ShareCard {
    if (button.tag !== 'button' || button.attributes.openType !== 'share')
      throw new Error(`“${button.text}” is no button that shares.`)
    return this.run('onShareAppMessage', { from: 'button', target: targetOf(button) }) as ShareCard
  }

  /** What would be shown on the timeline: the page itself, with its own query where no other is given. */
  shareOnTimeline(): { title: string; query: string } {
    const query = new URLSearchParams(this.options).toString()
    return { query, ...(this.run('onShareTimeline') as { title: string; query?: string }) }
  }

  /** Taps a node: the event goes to it and to all around it that listen, as WeChat delivers it. */
  tap(node: WxmlNode): void {
    let heard = false
    for (let at: WxmlNode | null = node; at; at = at.parent) {
      if (typeof at.attributes.bindtap !== 'string' || at.attributes.bindtap === '') continue
      heard = true
      this.send(node, at, 'tap', { x: 0, y: 0 })
    }
    if (!heard) throw new Error(`Nothing hears a tap on “${node.text}”.`)
  }

  /**
   * What a node tells its page of: a field `input` with what stands in it now, `focus`, `blur` with where the cursor
   * was; a card of WeChat's whether it came.
   */
  tellOf(
    field: WxmlNode,
    type: 'input' | 'focus' | 'blur' | 'load' | 'error',
    detail: { value?: string; cursor?: number; status?: number; errMsg?: string },
  ): void {
    if (!field.attributes[`bind${type}`]) throw new Error(`Nothing hears ${type} of <${field.tag}>.`)
    this.send(field, field, type, detail)
  }

  private send(node: WxmlNode, at: WxmlNode, type: string, detail: object): void {
    this.run(String(at.attributes[`bind${type}`]), {
      type,
      timeStamp: 0,
      detail,
      touches: [],
      changedTouches: [],
      mark: {},
      target: targetOf(node),
      currentTarget: targetOf(at),
    })
  }
}

function targetOf(node: WxmlNode): object {
  return { id: node.id, dataset: { sid: node.attributes['data-sid'] }, offsetLeft: 0, offsetTop: 0 }
}
