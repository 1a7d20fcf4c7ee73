import * as v from 'valibot'
import type { reportPanel } from '#shared/alerts/endpoints'
import type { EndpointInput } from '#shared/endpoint'
import { LanguageSchema } from '#shared/newsletter/bilingual'

/** What a panel answered, as it travels to the cloud, which looks at it closely. */
export type PanelReport = EndpointInput<typeof reportPanel>

/** Those that are kept on the phone until they have arrived. */
export const PanelReportsSchema: v.GenericSchema<PanelReport[]> = v.array(
  v.object({
    requestId: v.string(),
    seriesId: v.nullable(v.string()),
    language: LanguageSchema,
    results: v.record(v.string(), v.string()),
    kept: v.array(v.string()),
  }),
)
