import * as v from 'valibot'
import { defineEndpoint } from '#shared/endpoint'
import { FirmSchema } from './endpoints'

/** For owners. */
export const saveFirm = defineEndpoint({
  function: 'editor',
  name: 'save-firm',
  input: v.object({ firm: FirmSchema }),
  output: v.object({}),
})
