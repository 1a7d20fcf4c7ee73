import { handleFor } from '#core/editors/serve-desk'
import { countFollowers } from '#core/statistics/count-followers'
import { countReads } from '#core/statistics/read-counter'
import * as endpoints from '#shared/statistics/endpoints'

/** Figures, of which nobody can be told. */
export const statisticsHandlers = [
  handleFor('editor', endpoints.countFollowers, () => countFollowers()),
  handleFor('editor', endpoints.countReads, ({ id }) => countReads(id)),
]
