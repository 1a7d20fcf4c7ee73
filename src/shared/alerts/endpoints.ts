import * as v from 'valibot'
import { defineEndpoint } from '#shared/endpoint'
import { BilingualTextSchema, LanguageSchema } from '#shared/newsletter/bilingual'
import { IssueIdSchema } from '#shared/newsletter/issue'

/** 43 letters, digits, `_` and `-` of WeChat's; shorter ones are the local cloud's. */
const TemplateIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u, 'is no template id'))

/** Made by the phone, one a tap: a call that is repeated counts once. */
const RequestIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/u, 'is no request id'))

/** Where a reader stands with alerts. */
export const SubscriptionsSchema = v.object({
  /** The series that may be asked for, each with the template that tells of it; none where alerts are not set up. */
  offers: v.array(v.object({ seriesId: v.string(), title: BilingualTextSchema, templateId: v.string() })),
  /** Up to how many credits a reader who always allows is topped up. */
  stock: v.number(),
  /** The series that the reader wishes to be told of. */
  follows: v.array(v.string()),
  /** By template id; one that the reader never answered is absent. */
  templates: v.record(
    v.string(),
    v.object({
      /** Alerts that may still be sent, those held by a campaign under way not among them. */
      credits: v.number(),
      /** The last answer was no. */
      refused: v.boolean(),
    }),
  ),
})
export type Subscriptions = v.InferOutput<typeof SubscriptionsSchema>

export const getSubscriptions = defineEndpoint({
  function: 'subscriptions',
  name: 'get',
  input: v.object({}),
  output: SubscriptionsSchema,
})

/** What WeChat's panel answered for one template; unknown words of a newer WeChat count as no consent. */
const PanelResultsSchema = v.pipe(
  v.record(TemplateIdSchema, v.pipe(v.string(), v.maxLength(32))),
  v.check((results) => Object.keys(results).length <= 5, 'names more templates than one panel may have'),
)

/**
 * What a panel answered. Its consents are counted, once for each request id. With a series, the reader wishes to be
 * told of it, unless the panel was refused and no credit is left.
 */
export const reportPanel = defineEndpoint({
  function: 'subscriptions',
  name: 'report',
  input: v.object({
    requestId: RequestIdSchema,
    /** The series that was asked for; null: only topping up. */
    seriesId: v.nullable(IssueIdSchema),
    /** The language of alerts. */
    language: LanguageSchema,
    results: PanelResultsSchema,
    /** The templates whose choice the reader had kept, so that no panel was shown for them. */
    kept: v.pipe(v.array(TemplateIdSchema), v.maxLength(5)),
  }),
  output: SubscriptionsSchema,
})

/** Ends the wish to be told of a series; credits stay. */
export const stopAlerts = defineEndpoint({
  function: 'subscriptions',
  name: 'stop',
  input: v.object({ seriesId: IssueIdSchema }),
  output: SubscriptionsSchema,
})

/** Changes the language of alerts; nothing where nothing is held on the reader. */
export const chooseAlertLanguage = defineEndpoint({
  function: 'subscriptions',
  name: 'language',
  input: v.object({ language: LanguageSchema }),
  output: SubscriptionsSchema,
})

/** All that is held on the caller, to be read and taken along: see `HeldDataSchema`. */
export const HeldDataSchema = v.object({
  /** Null where nothing is held. */
  reader: v.nullable(
    v.object({
      openid: v.string(),
      language: LanguageSchema,
      /** Times in ISO 8601, UTC. */
      follows: v.array(v.object({ series: v.string(), since: v.string(), until: v.nullable(v.string()) })),
      templates: v.record(
        v.string(),
        v.object({
          credits: v.number(),
          reserved: v.number(),
          /** Consents that the phone reported and WeChat has not confirmed yet. */
          unconfirmed: v.number(),
          refused: v.boolean(),
          lastConsent: v.nullable(v.string()),
        }),
      ),
    }),
  ),
  /** The alerts of the last issues for which a credit was reserved, the latest first. */
  deliveries: v.array(
    v.object({ issueId: v.string(), seriesId: v.string(), state: v.string(), at: v.nullable(v.string()) }),
  ),
  /** What changed the counts, the latest first, at most 1,000. */
  ledger: v.array(
    v.object({
      at: v.string(),
      templateId: v.string(),
      what: v.string(),
      why: v.string(),
      before: v.number(),
      after: v.number(),
    }),
  ),
})
export type HeldData = v.InferOutput<typeof HeldDataSchema>

export const getHeldData = defineEndpoint({
  function: 'subscriptions',
  name: 'held',
  input: v.object({}),
  output: HeldDataSchema,
})

/** Deletes all that is held on the caller; 10 seconds after the answer nothing more is sent to them. */
export const deleteHeldData = defineEndpoint({
  function: 'subscriptions',
  name: 'delete',
  input: v.object({}),
  output: SubscriptionsSchema,
})
