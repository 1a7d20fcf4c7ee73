import { isDeepStrictEqual } from 'node:util'
import type { DraftIssue } from '#shared/drafts/draft-issue'

type Parts = Record<string, unknown>

/** What differs between two texts of a draft, for the audit trail: an item by its key, the rest by its field. */
export function changedParts(before: DraftIssue, after: DraftIssue): { before: Parts; after: Parts } {
  const [one, other] = [partsOf(before), partsOf(after)]
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => !isDeepStrictEqual(one[name], other[name]),
  )
  const pick = (parts: Parts) => Object.fromEntries(names.map((name) => [name, parts[name] ?? null]))
  return { before: pick(one), after: pick(other) }
}

function partsOf({ sections, ...fields }: DraftIssue): Parts {
  const items = sections.flatMap((section) => section.items)
  return {
    ...fields,
    sections: sections.map(({ title, items }) => ({ title, items: items.map(({ key }) => key) })),
    ...Object.fromEntries(items.map(({ key, ...item }) => [`item ${key}`, item])),
  }
}
