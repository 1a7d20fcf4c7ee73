import type { WxmlNode } from './wxml-node'

export type Box = {
  id: string
  top: number
  bottom: number
  left: number
  right: number
  width: number
  height: number
}

export const WINDOW = { width: 375, height: 667 }

/** Sticks to the window's top, by its style. */
const STICKY = 'top-bar'

/**
 * Where nodes are, on a page of one simple rule: every character is one pixel high and they stand below each other.
 * Far from true, but as on a phone a text that grows moves all that follows.
 */
export function boxesOf(root: WxmlNode, selector: string, scrollTop: number): Box[] {
  const selectors = selector.split(',').map((part) => part.trim())
  const boxes: Box[] = []
  let height = 0
  const visit = (node: WxmlNode): void => {
    const top = height
    const onScreen = top - scrollTop
    const box = boxAt(node.id, node.classNames.includes(STICKY) ? Math.max(0, onScreen) : onScreen)
    if (selectors.some((part) => isSelected(node, part))) boxes.push(box)
    for (const child of node.children) {
      if (typeof child === 'string') height += child.length
      else visit(child)
    }
    box.height = height - top
    box.bottom = box.top + box.height
  }
  visit(root)
  return boxes
}

export function pageHeight(root: WxmlNode): number {
  return root.text.length
}

function boxAt(id: string, top: number): Box {
  return { id, top, bottom: top, left: 0, right: WINDOW.width, width: WINDOW.width, height: 0 }
}

function isSelected(node: WxmlNode, selector: string): boolean {
  if (selector.startsWith('#')) return node.id === selector.slice(1)
  if (selector.startsWith('.')) return node.classNames.includes(selector.slice(1))
  throw new Error(`The test phone knows no selector like ${selector}.`)
}
