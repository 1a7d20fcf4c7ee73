/** Names an item within its issue, for the contents to lead to: `item-2-1` is the first of the second section. */
export function itemAnchor(sectionIndex: number, itemIndex: number): string {
  return `item-${sectionIndex + 1}-${itemIndex + 1}`
}
