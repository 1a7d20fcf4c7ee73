import type { Box, PageGeometry } from './page-geometry'

/** What is being read: which of the boxes, how far into it (0 is its title, 1 its end), and where that is on the screen. */
export type ReadingPlace = { index: number; part: number; top: number }

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
