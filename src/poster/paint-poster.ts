import type { Context, DrawnCanvas } from '../drawing/context'
import { drawPoster } from './draw-poster'
import { layPoster, POSTER_WIDTH } from './lay-poster'
import type { Scheme } from './palettes'
import type { Poster } from './poster'

/** Where a poster is drawn: `picture` is an empty one that this canvas can draw. */
export type PosterPlace = {
  canvas: DrawnCanvas
  picture: { src: string; onload: unknown; onerror: unknown }
  width: number
  pixelRatio: number
}

/** `code` is a picture, as a data URL. */
export type PosterDrawing = { poster: Poster; code: string; scheme: Scheme }

/** However few pixels a screen has, what is saved is looked at on others. */
const FEWEST_PIXELS = 2

/** Draws it as wide as its place, in the pixels of the screen. Answers its height; null where it is not wanted any more. */
export async function paintPoster(
  { canvas, picture, width, pixelRatio }: PosterPlace,
  { poster, code, scheme }: PosterDrawing,
  isLeft: () => boolean,
): Promise<{ canvas: DrawnCanvas; height: number } | null> {
  await load(picture, code)
  if (isLeft()) return null
  const context = canvas.getContext('2d') as Context
  const layout = layPoster(context, poster)
  const scale = (width / POSTER_WIDTH) * Math.max(pixelRatio, FEWEST_PIXELS)
  canvas.width = Math.round(POSTER_WIDTH * scale)
  canvas.height = Math.round(layout.height * scale)
  context.scale(scale, scale)
  drawPoster(context, layout, picture, scheme)
  return { canvas, height: (layout.height * width) / POSTER_WIDTH }
}

function load(picture: PosterPlace['picture'], source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    picture.onload = () => resolve()
    picture.onerror = () => reject(new Error('The picture of the code cannot be drawn.'))
    picture.src = source
  })
}
