import { itemAnchor } from '#shared/newsletter/item-anchor'

test('counts sections and items from one', () => {
  expect(itemAnchor(0, 1)).toBe('item-1-2')
})

test('names no two items alike', () => {
  const anchors = [itemAnchor(0, 10), itemAnchor(10, 0), itemAnchor(1, 0), itemAnchor(0, 0)]
  expect(new Set(anchors).size).toBe(4)
})
