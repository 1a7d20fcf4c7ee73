import * as v from 'valibot'

/** A PNG or JPEG as a data URL: needs no second request and no address that WeChat would have to know. */
export const CodePictureSchema = v.object({ picture: v.string() })
