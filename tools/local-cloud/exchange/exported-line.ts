import * as v from 'valibot'
import { InboxMessageSchema } from '../wechat/inbox'
import { ReaderStateSchema } from '../wechat/readers'

const Fields = v.record(v.string(), v.unknown())

/**
 * An export is lines of JSON: first this header, then the rest, a collection before its documents. It has everything
 * but what is made anew of it: the entries of indexes.
 */
const HeaderSchema = v.strictObject({ localCloud: v.literal(1) })

/** A collection, which may be empty. */
const CollectionSchema = v.strictObject({ collection: v.string() })

/** A document as EJSON. */
const DocumentSchema = v.strictObject({ collection: v.string(), document: Fields })

const FileSchema = v.strictObject({
  file: v.string(),
  /** The openid of the reader who uploaded it; null for a server. */
  uploader: v.nullable(v.string()),
  /** ms since 1970. */
  uploadedAt: v.number(),
  /** In base64. */
  bytes: v.string(),
})

const openid = v.string()
const msgid = v.pipe(v.string(), v.regex(/^\d{1,30}$/u))

/** What WeChat's side keeps, by its tables. */
const RowSchema = v.variant('table', [
  v.strictObject({ table: v.literal('wechat-readers'), key: v.tuple([openid]), value: ReaderStateSchema }),
  v.strictObject({
    table: v.literal('wechat-inbox'),
    key: v.tuple([openid, msgid]),
    value: InboxMessageSchema,
  }),
  v.strictObject({ table: v.literal('wechat-msgid'), key: v.tuple([v.literal('last')]), value: msgid }),
])

export const ExportedLineSchema = v.union([
  HeaderSchema,
  CollectionSchema,
  DocumentSchema,
  FileSchema,
  RowSchema,
])

export type ExportedLine = v.InferOutput<typeof ExportedLineSchema>
export type ExportedFile = v.InferOutput<typeof FileSchema>
