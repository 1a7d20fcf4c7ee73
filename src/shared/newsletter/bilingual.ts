import * as v from 'valibot'

export const LanguageSchema = v.picklist(['zh', 'en'])
export type Language = v.InferOutput<typeof LanguageSchema>

/**
 * Text is what a person can see: a half that is missing is null, never an empty string. (Old phones lack the flag u,
 * and Babel would write out all that `\S` stands for.)
 */
export const TextSchema = v.pipe(v.string(), v.regex(/\S/, 'must not be blank'))

export const BilingualTextSchema = v.object({ zh: v.nullable(TextSchema), en: v.nullable(TextSchema) })
export type BilingualText = v.InferOutput<typeof BilingualTextSchema>
