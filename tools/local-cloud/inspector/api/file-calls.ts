import * as v from 'valibot'
import type { Files } from '../../storage/files'
import { change, read } from '../call'

const MOST_FILES = 500

export function fileCalls(files: Files) {
  return {
    /** In the order of their paths. */
    files: read(v.object({}), () => {
      const all = files.list()
      return { files: all.slice(0, MOST_FILES), more: Math.max(all.length - MOST_FILES, 0) }
    }),

    'files/remove': change(v.object({ path: v.string() }), async ({ path }) => {
      await files.remove(path, 'server')
    }),
  }
}
