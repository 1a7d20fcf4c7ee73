import * as v from 'valibot'
import { defineEndpoint } from '#shared/endpoint'
import { IssueSummarySchema } from '#shared/issues/endpoints'
import { TextSchema } from '#shared/newsletter/bilingual'
import { CodePictureSchema } from './code-picture'
import { CodeTokenSchema } from './code-token'
import { TargetSchema } from './target'

/** What a code was made for, as editors call it: a printed issue, a conference, a partner's desk. */
const ChannelNameSchema = v.pipe(v.string(), v.trim(), TextSchema, v.maxGraphemes(40))

const CodeSchema = v.object({
  token: CodeTokenSchema,
  target: TargetSchema,
  /** Whether it stands on an issue's posters, which readers share. */
  isPoster: v.boolean(),
  /** Of posters the channel by which the sharers came, null where they came by no code. */
  channel: v.nullable(v.string()),
  state: v.picklist(['active', 'withdrawn']),
  /** ISO 8601, UTC. */
  createdAt: v.string(),
  /** Counts its changes: who changes it names the one that they saw. */
  revision: v.number(),
  /** Phones that came by it, each counted once. */
  readers: v.number(),
})
export type Code = v.InferOutput<typeof CodeSchema>

/** For editors. NOT_FOUND where the series or the published issue is not there, CONFLICT where WeChat makes none at this moment. */
export const createCode = defineEndpoint({
  function: 'codes',
  name: 'create',
  input: v.object({ target: TargetSchema, channel: ChannelNameSchema }),
  output: v.object({ code: CodeSchema }),
})

/** For editors: those that they made, or those on readers' posters; the latest first, 20 at a time. */
export const listCodes = defineEndpoint({
  function: 'codes',
  name: 'list',
  input: v.object({
    posters: v.optional(v.boolean(), false),
    cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}:[0-9a-z]{1,20}$/u))),
  }),
  output: v.object({
    codes: v.array(CodeSchema),
    /** Those of the issues that they lead to which readers can see. */
    issues: v.array(IssueSummarySchema),
    next: v.nullable(v.string()),
  }),
})

/**
 * For editors: points what is printed elsewhere, or withdraws it; a withdrawn code that is pointed somewhere works again.
 * CONFLICT where another has changed it since `revision`.
 */
export const changeCode = defineEndpoint({
  function: 'codes',
  name: 'change',
  input: v.object({
    token: CodeTokenSchema,
    revision: v.number(),
    /** null: withdrawn. */
    target: v.nullable(TargetSchema),
  }),
  output: v.object({ code: CodeSchema }),
})

/** For editors: at print size, 1280 pixels wide, which is 10.8 cm at 300 dots an inch. */
export const codePicture = defineEndpoint({
  function: 'codes',
  name: 'picture',
  input: v.object({ token: CodeTokenSchema }),
  output: CodePictureSchema,
})
