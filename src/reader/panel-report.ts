import * as v from 'valibot'
import { reportPanel } from '#shared/alerts/endpoints'

/** What a panel answered, as it travels to the cloud; kept on the phone until it has arrived. */
export const PanelReportSchema = reportPanel.input
export type PanelReport = v.InferOutput<typeof PanelReportSchema>

export const PanelReportsSchema = v.array(PanelReportSchema)
