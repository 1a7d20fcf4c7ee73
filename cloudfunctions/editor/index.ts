import { serveDesk } from '#core/editors/serve-desk'
import { campaignHandlers } from './campaign-handlers'
import { draftHandlers } from './draft-handlers'
import { firmHandlers } from './firm-handlers'
import { openHandlers, peopleHandlers } from './people-handlers'
import { seriesHandlers } from './series-handlers'
import { statisticsHandlers } from './statistics-handlers'

/** What editors and owners do. */
export const main = serveDesk(
  [
    ...draftHandlers,
    ...campaignHandlers,
    ...peopleHandlers,
    ...seriesHandlers,
    ...statisticsHandlers,
    ...firmHandlers,
  ],
  openHandlers,
)
