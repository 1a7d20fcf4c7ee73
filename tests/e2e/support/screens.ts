import type { Reader } from './open-reader'
import { longestSample } from './samples'
import { openIssue, openList, openMine } from './screen'

/** Every page that a reader can be on, and how to get there. */
export const screens: Record<string, (reader: Reader) => Promise<void>> = {
  list: openList,
  issue: (reader) => openIssue(reader, longestSample().id),
  mine: openMine,
  absent: (reader) => openIssue(reader, 'no-such-issue'),
}
