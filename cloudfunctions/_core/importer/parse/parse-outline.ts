import type { Warn } from '../problem'
import type { ReadDocument } from '../read/block'
import { readContents, shorten } from './contents'
import { findRegions } from './find-regions'
import { findTitles } from './find-titles'
import type { Outline } from './outline'
import { pairItems } from './pair-items'
import { piecesOf } from './pieces-of'
import { readHalves } from './read-halves'
import { readMasthead } from './read-masthead'
import { readTail } from './read-tail'
import { settlePieces } from './settle-pieces'

/** From a document's blocks to its structure. Works from what stands where, never from one document's template. */
export function parseOutline(document: ReadDocument, warn: Warn): Outline {
  const pieces = settlePieces(piecesOf(document.blocks))
  const regions = findRegions(pieces)
  const contents = readContents(regions.contents, regions.body, warn)
  const roles = findTitles(regions.body, contents, warn)
  for (const { text, place } of regions.foreword)
    if (text !== '')
      warn('text-left-out', `"${shorten(text)}" stands before the first title and was left out.`, place)
  const end = pieces.at(-1)?.place ?? document.start
  return {
    masthead: readMasthead(regions.masthead, document.start, warn),
    sections: pairItems(readHalves(roles, warn), contents, warn),
    ...readTail(regions.tail, warn),
    tailPlace: regions.tail[0]?.place ?? end,
  }
}
