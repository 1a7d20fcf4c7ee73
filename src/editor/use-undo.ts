import { useState } from 'react'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import { mergeIssues } from '#shared/drafts/merge-issues'
import type { DraftInHand } from './use-draft'

export type Undo = {
  /** What was done last and can be taken back; null where there is nothing. */
  said: string | null
  /** Changes the draft, and offers to take that back. */
  act: (said: string, edit: (issue: DraftIssue) => DraftIssue) => void
  undo: () => void
}

type Act = { said: string; before: DraftIssue; after: DraftIssue }

/** Takes back the last act of a page, and nothing of what was typed since: offered while the two do not meet. */
export function useUndo(now: DraftIssue, change: DraftInHand['change']): Undo {
  const [last, setLast] = useState<Act | null>(null)
  const isPossible = last !== null && mergeIssues(last.after, now, last.before).differences.length === 0
  return {
    said: isPossible ? last.said : null,
    act: (said, edit) =>
      change((before) => {
        const after = edit(before)
        setLast({ said, before, after })
        return after
      }),
    undo() {
      if (!last) return
      change((issue) => mergeIssues(last.after, issue, last.before).issue)
      setLast(null)
    },
  }
}
