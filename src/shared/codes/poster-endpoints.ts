import * as v from 'valibot'
import { defineEndpoint } from '#shared/endpoint'
import { IssueIdSchema } from '#shared/newsletter/issue'
import { CodePictureSchema } from './code-picture'

/** For every reader who is signed in: the code on an issue's posters, one for each issue, made when first asked for. */
export const posterCode = defineEndpoint({
  function: 'codes',
  name: 'poster',
  input: v.object({ issueId: IssueIdSchema }),
  output: CodePictureSchema,
})
