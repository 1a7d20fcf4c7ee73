import * as v from 'valibot'
import { defineEndpoint } from '#shared/endpoint'
import { TextSchema } from '#shared/newsletter/bilingual'

export const RoleSchema = v.picklist(['editor', 'owner'])
/** An owner may do all that an editor may, and appoint editors and change settings beside. */
export type Role = v.InferOutput<typeof RoleSchema>

/** What colleagues call each other; at most 30 code points, chosen by who invites. */
const NameSchema = v.pipe(v.string(), v.trim(), TextSchema, v.maxGraphemes(30))
/** Names an editor without the openid. */
const KeySchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/u))
const TokenSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u))

/** Who the caller is to the desk. For everybody: a reader has no role. */
export const enterDesk = defineEndpoint({
  function: 'editor',
  name: 'enter',
  input: v.object({}),
  output: v.object({
    role: v.nullable(RoleSchema),
    name: v.string(),
    /** Whether the code of the first owner is waited for. */
    isUnclaimed: v.boolean(),
  }),
})

/** The first owner takes the role with the code that whoever deploys has set as OWNER_CODE; it works once. */
export const claimOwner = defineEndpoint({
  function: 'editor',
  name: 'claim',
  input: v.object({ code: v.pipe(v.string(), v.maxLength(200)), name: NameSchema }),
  output: v.object({ role: RoleSchema }),
})

/** FORBIDDEN where the invitation is unknown, expired, taken back or used by another. */
export const acceptInvitation = defineEndpoint({
  function: 'editor',
  name: 'accept',
  input: v.object({ token: TokenSchema }),
  output: v.object({ role: RoleSchema }),
})

/** For owners, as all below. The link `/editor/desk/index?invitation=TOKEN` works once, for three days. */
export const inviteEditor = defineEndpoint({
  function: 'editor',
  name: 'invite',
  input: v.object({ name: NameSchema, role: RoleSchema }),
  output: v.object({ token: TokenSchema, expiresAt: v.string() }),
})

export const listEditors = defineEndpoint({
  function: 'editor',
  name: 'editors',
  input: v.object({}),
  output: v.object({
    editors: v.array(
      v.object({ key: KeySchema, name: v.string(), role: RoleSchema, since: v.string(), isYou: v.boolean() }),
    ),
    /** Those that may still be used. */
    invitations: v.array(
      v.object({ key: KeySchema, name: v.string(), role: RoleSchema, expiresAt: v.string() }),
    ),
  }),
})

/** Takes a role or an invitation back. CONFLICT for the last owner. */
export const removeEditor = defineEndpoint({
  function: 'editor',
  name: 'remove-editor',
  input: v.object({ key: KeySchema }),
  output: v.object({}),
})

/** What was done at the desk: who, what, when, before and after. The latest first, 50 at a time. */
export const listAudit = defineEndpoint({
  function: 'editor',
  name: 'audit',
  input: v.object({ cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}:[\w:.-]{1,200}$/u))) }),
  output: v.object({
    entries: v.array(
      v.object({
        id: v.string(),
        at: v.string(),
        /** The editor's name; '' for who had no role. */
        by: v.string(),
        /** Kebab-case: `publish`, `save-draft`, `refused` … */
        act: v.string(),
        /** What it was done to: a draft, an issue, an editor's name. */
        subject: v.string(),
        before: v.unknown(),
        after: v.unknown(),
      }),
    ),
    next: v.nullable(v.string()),
  }),
})
