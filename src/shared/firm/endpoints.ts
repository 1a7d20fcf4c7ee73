import * as v from 'valibot'
import { defineEndpoint } from '#shared/endpoint'
import { TextSchema } from '#shared/newsletter/bilingual'
import { ContactSchema } from '#shared/newsletter/issue'

/** Characters of a data URL: a picture of about 60 KB, as WeChat's console makes it. */
export const LARGEST_ACCOUNT_CODE = 80_000

const AccountSchema = v.object({
  /** What readers search for in WeChat. Counted in code units: phones without `Intl`, which read this too, know no characters. */
  name: v.pipe(v.string(), v.trim(), TextSchema, v.maxLength(60)),
  /** Its original id (原始 ID): opens its page, where the account is of the same or an associated subject. */
  originalId: v.nullable(v.pipe(v.string(), v.regex(/^gh_[0-9a-z]{1,40}$/u))),
  /** Its QR code, to keep: PNG or JPEG as a data URL. */
  code: v.nullable(
    v.pipe(
      v.string(),
      v.maxLength(LARGEST_ACCOUNT_CODE),
      v.regex(/^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/u),
    ),
  ),
})

/** How readers reach and follow the firm. */
export const FirmSchema = v.object({
  /** Its official account; null: there is none to follow. */
  account: v.nullable(AccountSchema),
  /** Where no issue says it; null: as built in. */
  contact: v.nullable(ContactSchema),
})
export type Firm = v.InferOutput<typeof FirmSchema>
export type Account = NonNullable<Firm['account']>

/** For every reader, signed in or not. */
export const getFirm = defineEndpoint({
  function: 'issues',
  name: 'firm',
  input: v.object({}),
  output: FirmSchema,
})
