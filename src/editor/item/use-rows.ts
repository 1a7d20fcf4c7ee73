import { useEffect, useRef, useState } from 'react'
import { itemSpot } from '#shared/drafts/change-item'
import type { DraftIssue, DraftItem } from '#shared/drafts/draft-issue'
import { setBody } from '#shared/drafts/set-body'
import type { Language } from '#shared/newsletter/bilingual'
import { paragraphsOf, type Row, rowsOf } from './paragraph-rows'

export type RowsInHand = {
  rows: readonly Row[]
  /** Shows these, and answers with the edit that puts them into the draft. */
  put: (rows: Row[]) => (issue: DraftIssue) => DraftIssue
}

/**
 * A half's paragraphs as they are being written. What was typed stays as it was typed, while the draft gets what it
 * says; what others make of the draft meanwhile replaces it.
 */
export function useRows(item: DraftItem, language: Language): RowsInHand {
  const paragraphs = item.body[language]
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(paragraphs))
  const now = JSON.stringify(paragraphs)
  const said = useRef(now)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another text replaces what was typed.
  useEffect(() => {
    if (now === said.current) return
    said.current = now
    setRows(rowsOf(paragraphs))
  }, [now])
  return {
    rows,
    put(next) {
      setRows(next)
      return (issue) => {
        const changed = setBody(issue, item.key, language, paragraphsOf(next))
        said.current = JSON.stringify(itemSpot(changed, item.key).item.body[language])
        return said.current === JSON.stringify(itemSpot(issue, item.key).item.body[language])
          ? issue
          : changed
      }
    },
  }
}
