/** How to find a node: by its whole text, or by all of what is named here. */
export type Query =
  | string
  | { text?: string | RegExp; role?: string; label?: string; className?: string; id?: string | RegExp }

export type Aria = { role?: string; label?: string; checked?: boolean }

/** A node as WeChat would draw it, or a piece of text. */
export class WxmlNode {
  constructor(
    readonly tag: string,
    readonly attributes: Readonly<Record<string, unknown>>,
    readonly children: readonly (WxmlNode | string)[],
    readonly parent: WxmlNode | null,
  ) {}

  /** All the text in it, without breaks. */
  get text(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.text)).join('')
  }

  /** What is read on the screen, a line for every node that has text of its own. */
  get lines(): string[] {
    const holdsText = this.children.some((child) => typeof child === 'string')
    if (holdsText) return this.text === '' ? [] : [this.text]
    return this.elements.flatMap((element) => element.lines)
  }

  get id(): string {
    return String(this.attributes.id ?? '')
  }

  get classNames(): readonly string[] {
    return String(this.attributes.class ?? '')
      .split(/\s+/u)
      .filter(Boolean)
  }

  /** What a screen reader is told. */
  get aria(): Aria {
    const { ariaRole, ariaLabel, ariaChecked } = this.attributes
    return {
      ...(typeof ariaRole === 'string' && { role: ariaRole }),
      ...(typeof ariaLabel === 'string' && { label: ariaLabel }),
      ...(typeof ariaChecked === 'boolean' && { checked: ariaChecked }),
    }
  }

  get elements(): readonly WxmlNode[] {
    return this.children.filter((child): child is WxmlNode => typeof child !== 'string')
  }

  /** Itself and everything in it, in the order of the page. */
  *walk(): Generator<WxmlNode> {
    yield this
    for (const child of this.elements) yield* child.walk()
  }

  /** Everything in it that answers the query, except what only contains another answer with the very same text. */
  all(query: Query): WxmlNode[] {
    const found = [...this.walk()].filter((node) => node !== this && matches(node, query))
    return found.filter(
      (node) => !found.some((other) => other !== node && isInside(other, node) && other.text === node.text),
    )
  }

  has(query: Query): boolean {
    return this.all(query).length > 0
  }

  /** The only answer; it is an error where there is none or more than one. */
  find(query: Query): WxmlNode {
    const found = this.all(query)
    const [only] = found
    if (!only || found.length > 1)
      throw new Error(`${found.length} nodes answer ${describe(query)} in:\n${this.lines.join('\n')}`)
    return only
  }
}

function isInside(node: WxmlNode, ancestor: WxmlNode): boolean {
  for (let at = node.parent; at; at = at.parent) if (at === ancestor) return true
  return false
}

function matches(node: WxmlNode, query: Query): boolean {
  if (typeof query === 'string') return node.text === query
  const { text, role, label, className, id } = query
  return (
    (text === undefined || is(node.text, text)) &&
    (id === undefined || is(node.id, id)) &&
    (role === undefined || node.aria.role === role) &&
    (label === undefined || node.aria.label === label) &&
    (className === undefined || node.classNames.includes(className))
  )
}

function is(value: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? value === wanted : wanted.test(value)
}

function describe(query: Query): string {
  if (typeof query === 'string') return `“${query}”`
  return JSON.stringify(query, (_, value) => (value instanceof RegExp ? String(value) : value))
}
