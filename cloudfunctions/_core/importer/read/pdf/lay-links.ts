import type { PDFPageProxy } from 'pdfjs-dist'
import type { Glyph } from './glyph'
import { apply, toMatrix } from './matrix'

type Area = { left: number; right: number; top: number; bottom: number; href: string }
/** `unsafeUrl` is the address as written: what is none to open is refused, and told, when the issue is drafted. */
type LinkAnnotation = {
  subtype?: string
  unsafeUrl?: string
  url?: string
  rect: number[]
  quadPoints?: ArrayLike<number> | null
}

/** Links of a PDF are areas of the page: the characters in the middle of which they lie are theirs. */
export async function layLinks(page: PDFPageProxy, glyphs: readonly Glyph[]): Promise<void> {
  const annotations = (await page.getAnnotations()) as LinkAnnotation[]
  const transform = toMatrix(page.getViewport({ scale: 1 }).transform)
  const areas = annotations.flatMap(({ subtype, unsafeUrl, url, rect, quadPoints }): Area[] => {
    const href = unsafeUrl ?? url
    if (subtype !== 'Link' || href === undefined) return []
    return rectanglesOf(rect, quadPoints).map((corners) => areaOf(corners, transform, href))
  })
  for (const glyph of glyphs) {
    const [x, y] = [glyph.x + glyph.width / 2, glyph.y - glyph.size * 0.3]
    const area = areas.find(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom)
    if (area) glyph.href = area.href
  }
}

/** A link that is wrapped has four corners for each of its lines. */
function rectanglesOf(rect: readonly number[], quadPoints: ArrayLike<number> | null | undefined): number[][] {
  const quads = Array.from(quadPoints ?? [])
  if (quads.length < 8) return [[...rect]]
  return Array.from({ length: Math.floor(quads.length / 8) }, (_, index) =>
    quads.slice(index * 8, index * 8 + 8),
  )
}

function areaOf(corners: readonly number[], transform: ReturnType<typeof toMatrix>, href: string): Area {
  const points = corners.flatMap((x, index) =>
    index % 2 === 0 ? [apply(transform, x, corners[index + 1] ?? 0)] : [],
  )
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
    href,
  }
}
