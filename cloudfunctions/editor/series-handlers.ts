import { handleFor } from '#core/editors/serve-desk'
import { cloudSeriesRecords } from '#core/series/cloud-series-records'
import { saveSeries } from '#core/series/save-series'
import * as endpoints from '#shared/series/endpoints'

/** What the issues of a series have in common. */
export const seriesHandlers = [
  handleFor('editor', endpoints.listSeries, async () => ({ series: await cloudSeriesRecords() })),
  handleFor('owner', endpoints.saveSeries, async ({ series }, { editor, now }) => {
    await saveSeries(series, editor, now.getTime())
    return {}
  }),
]
