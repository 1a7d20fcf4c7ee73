import type { Place, Problem } from '#shared/newsletter/problem'

/** One line, as compilers write it, so that editors can jump to the place. */
export function formatProblem(file: string, { severity, message, place }: Problem): string {
  return `${file}:${formatPlace(place)}: ${severity}: ${message}`
}

function formatPlace(place: Place): string {
  if ('line' in place) return `${place.line}:${place.column}`
  return 'page' in place ? `p${place.page}` : `¶${place.paragraph}`
}
