import type { Problem } from '#shared/newsletter/problem'

/** More than anybody mends one by one; with all of a wild document's a draft would be too large for a phone. */
const MOST = 300

/** The first problems of a document, and how many there are beyond. */
export function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  const next = problems[MOST]
  if (!next) return problems
  const message = `From here on there are ${problems.length - MOST} more doubts, which are not listed: look through the rest, or mend the document and import it again.`
  return [
    ...problems.slice(0, MOST),
    { severity: 'warning', code: 'more-problems', message, place: next.place },
  ]
}
