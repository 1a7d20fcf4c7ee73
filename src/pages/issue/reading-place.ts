import type { Box, PageGeometry } from './page-geometry'

/** The item that is being read, and the height at which the screen holds on to it. */
export type ReadingPlace = {
  index: number /** 0 is the item's title, 1 its end. */
  part: number
  top: number
}

/**
 * What must not move when every text on the page changes: the first title in sight; where a long text fills the
 * screen, the same part of that text.
 */
export function readingPlace({ boxes, readingTop, windowHeight }: PageGeometry): ReadingPlace | null {
  const titled = boxes.findIndex((box) => box.top >= readingTop && box.top < windowHeight)
  const title = boxes[titled]
  if (title) return { index: titled, part: 0, top: title.top }
  const filling = boxes.findIndex((box) => box.top < readingTop && box.bottom > readingTop)
  const text = boxes[filling]
  return text ? { index: filling, part: (readingTop - text.top) / heightOf(text), top: readingTop } : null
}

/** How far to scroll, after the change, for the place to be where it was. */
export function scrollTopFor(place: ReadingPlace, { boxes, scrollTop }: PageGeometry): number {
  const box = boxes[place.index]
  return box ? scrollTop + box.top + place.part * heightOf(box) - place.top : scrollTop
}

function heightOf(box: Box): number {
  return Math.max(1, box.bottom - box.top)
}
