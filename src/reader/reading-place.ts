import type { Box, PageGeometry } from './page-geometry'

/** What is being read: a title, or how far into a text (0 is its beginning, 1 its end); and where that is on the screen. */
export type ReadingPlace = { kind: 'titles' | 'texts'; index: number; part: number; top: number }

/**
 * What must not move when every text on the page changes: the first title in sight; where a long text fills the
 * screen, the same part of that text.
 */
export function readingPlace({ titles, texts, readingTop, windowHeight }: PageGeometry): ReadingPlace | null {
  const titled = titles.findIndex((box) => box.top >= readingTop && box.top < windowHeight)
  const title = titles[titled]
  if (title) return { kind: 'titles', index: titled, part: 0, top: title.top }
  const filling = texts.findIndex((box) => box.top < readingTop && box.bottom > readingTop)
  const text = texts[filling]
  if (!text) return null
  return { kind: 'texts', index: filling, part: (readingTop - text.top) / heightOf(text), top: readingTop }
}

/** How far to scroll for the place to be where it was. */
export function scrollTopFor(place: ReadingPlace, geometry: PageGeometry): number {
  const box = geometry[place.kind][place.index]
  return box ? geometry.scrollTop + box.top + place.part * heightOf(box) - place.top : geometry.scrollTop
}

/**
 * Whether the reader has not scrolled since. Screens scroll by whole pixels of their own: a place that was measured
 * anew for every change would drift by what is rounded off.
 */
export function isStillAt(place: ReadingPlace, geometry: PageGeometry): boolean {
  return Math.abs(scrollTopFor(place, geometry) - geometry.scrollTop) <= 1
}

function heightOf(box: Box): number {
  return Math.max(1, box.bottom - box.top)
}
