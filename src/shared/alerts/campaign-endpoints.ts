import * as v from 'valibot'
import { defineEndpoint } from '#shared/endpoint'

/** `issueId:seriesId`. */
const CampaignIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,63}:[a-z0-9-]{1,63}$/u, 'is no campaign'))

const CountsSchema = v.object({
  pending: v.number(),
  waiting: v.number(),
  sending: v.number(),
  accepted: v.number(),
  delivered: v.number(),
  failed: v.number(),
  unknown: v.number(),
  skipped: v.number(),
})

/** Times in ISO 8601, UTC. */
const CampaignSchema = v.object({
  id: v.string(),
  issueId: v.string(),
  seriesId: v.string(),
  openedAt: v.string(),
  finishedAt: v.nullable(v.string()),
  /** What is not sent by then is not sent at all. */
  expiresAt: v.string(),
  /** `freezing`: everyone is given a row; `quiet`: it waits for the end of the quiet hours; `resting`: for WeChat. */
  state: v.picklist(['freezing', 'sending', 'quiet', 'resting', 'paused', 'cancelled', 'done']),
  /** Why it is paused or ended, in plain words; empty where nothing is to be said. */
  reason: v.string(),
})

/** One row that came to no good end. Nobody can be told from it. */
const TroubleSchema = v.object({
  state: v.picklist(['failed', 'unknown']),
  reason: v.nullable(v.string()),
  /** WeChat's last error code. */
  code: v.nullable(v.number()),
  attempts: v.number(),
  at: v.nullable(v.string()),
})

const OverviewSchema = v.object({
  campaign: CampaignSchema,
  counts: CountsSchema,
  /** Sends that came to an outcome, over the last minute in which there were any; null where there were none. */
  perSecond: v.nullable(v.number()),
  /** When it will be done at that rate; null where that cannot be told. */
  estimatedEnd: v.nullable(v.string()),
  /** At most 200. */
  troubles: v.array(TroubleSchema),
})
export type CampaignOverview = v.InferOutput<typeof OverviewSchema>
export type CampaignSummary = v.InferOutput<typeof CampaignSchema>

export const listCampaigns = defineEndpoint({
  function: 'editor',
  name: 'campaigns',
  input: v.object({}),
  output: v.object({
    /** The latest 50, the latest first. */
    campaigns: v.array(CampaignSchema),
    /** Why alerts are not offered, in plain words; null where they are. */
    settingsTrouble: v.nullable(v.string()),
    /** Reported consents of the last 24 hours, with and without an event of WeChat's. */
    reports: v.object({ confirmed: v.number(), unconfirmed: v.number(), isDoubtful: v.boolean() }),
  }),
})

const oneCampaign = v.object({ id: CampaignIdSchema })

export const getCampaign = defineEndpoint({
  function: 'editor',
  name: 'campaign',
  input: oneCampaign,
  output: OverviewSchema,
})

/** Holds a campaign back, with effect within 10 seconds. */
export const pauseCampaign = defineEndpoint({
  function: 'editor',
  name: 'pause',
  input: oneCampaign,
  output: CampaignSchema,
})

/** Goes on where it was paused, in the words that the settings now make of the issue. */
export const resumeCampaign = defineEndpoint({
  function: 'editor',
  name: 'resume',
  input: oneCampaign,
  output: CampaignSchema,
})

/** Ends a campaign, with effect within 10 seconds: what is left is skipped. */
export const cancelCampaign = defineEndpoint({
  function: 'editor',
  name: 'cancel',
  input: oneCampaign,
  output: CampaignSchema,
})

/** Sends what failed once more, where nothing arrived and the reader has a credit. */
export const sendFailedAgain = defineEndpoint({
  function: 'editor',
  name: 'send-again',
  input: oneCampaign,
  output: v.object({ campaign: CampaignSchema, rows: v.number() }),
})

export const getAlertSettings = defineEndpoint({
  function: 'editor',
  name: 'alert-settings',
  input: v.object({}),
  /** See `AlertSettingsSchema` on the server; null where none that can be used are saved. */
  output: v.object({
    settings: v.nullable(v.record(v.string(), v.unknown())),
    trouble: v.nullable(v.string()),
  }),
})

/** For owners. What cannot be used is refused with the reason. */
export const saveAlertSettings = defineEndpoint({
  function: 'editor',
  name: 'save-alert-settings',
  input: v.object({ settings: v.record(v.string(), v.unknown()) }),
  output: v.object({}),
})

/**
 * For owners. Sends one alert to the caller, as the latest issue would be told of: whether the template and its fields
 * are right shows itself before readers are told. It spends a consent of the caller's.
 */
export const sendTestAlert = defineEndpoint({
  function: 'editor',
  name: 'test-alert',
  input: v.object({ templateId: v.pipe(v.string(), v.maxLength(64)) }),
  output: v.object({
    /** WeChat's error code; null: it was taken. */
    code: v.nullable(v.number()),
    /** What that means and what to do, in plain words; empty where it was taken. */
    message: v.string(),
  }),
})
