import * as v from 'valibot'

/** A PNG, as `data:image/png;base64,…`: needs no second request and no address that WeChat would have to know. */
export const CodePictureSchema = v.object({ picture: v.string() })
