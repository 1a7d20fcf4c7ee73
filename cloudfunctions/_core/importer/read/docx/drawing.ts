import type { XmlElement } from 'mammoth/lib/xml/nodes'

/** What a line across the page is in Word. */
export function isRule({ attributes }: XmlElement): boolean {
  return attributes['o:hr'] === 't' || attributes['o:hr'] === 'true'
}

/** The outermost ones: a box in a box is read with it. */
export function textBoxesIn(node: XmlElement): XmlElement[] {
  return node.children.flatMap((child) => {
    if (child.type === 'text') return []
    return child.name === 'w:txbxContent' ? [child] : textBoxesIn(child)
  })
}

export function hasDescendant(node: XmlElement, isWanted: (element: XmlElement) => boolean): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (isWanted(child) || hasDescendant(child, isWanted)),
  )
}
