import * as v from 'valibot'
import { defineEndpoint } from '#shared/endpoint'
import { ChannelSchema } from '#shared/issues/endpoints'
import { BilingualTextSchema } from '#shared/newsletter/bilingual'
import { IssueIdSchema } from '#shared/newsletter/issue'
import { ReadingModeSchema } from '#shared/newsletter/reading'

/** How many readers ask for alerts of each series. */
export const countFollowers = defineEndpoint({
  function: 'editor',
  name: 'followers',
  input: v.object({}),
  output: v.object({
    series: v.array(v.object({ id: v.string(), title: BilingualTextSchema, followers: v.number() })),
  }),
})

/** How often an issue was opened for the first time on a phone: counts, of which nobody can be told. */
export const countReads = defineEndpoint({
  function: 'editor',
  name: 'reads',
  input: v.object({ id: IssueIdSchema }),
  output: v.object({
    modes: v.record(ReadingModeSchema, v.number()),
    channels: v.record(ChannelSchema, v.number()),
  }),
})
