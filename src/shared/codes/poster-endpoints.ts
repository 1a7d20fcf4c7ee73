import * as v from 'valibot'
import { defineEndpoint } from '#shared/endpoint'
import { IssueIdSchema } from '#shared/newsletter/issue'
import { CodePictureSchema } from './code-picture'
import { CodeTokenSchema } from './code-token'

/**
 * For every reader who is signed in: the code on an issue's posters, with the sharer's channel. There is one for each
 * issue and channel, made when first asked for.
 */
export const posterCode = defineEndpoint({
  function: 'codes',
  name: 'poster',
  input: v.object({
    issueId: IssueIdSchema,
    /** The code by which the sharer came: whoever comes by the poster comes from its channel. */
    cameBy: v.optional(CodeTokenSchema),
  }),
  output: CodePictureSchema,
})
