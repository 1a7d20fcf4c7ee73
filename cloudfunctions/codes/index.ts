import { changeCode } from '#core/codes/change-code'
import { createCode } from '#core/codes/create-code'
import { listCodes } from '#core/codes/list-codes'
import { codePicture } from '#core/codes/picture-of'
import { posterCode } from '#core/codes/poster-code'
import { handleFor, serveDesk } from '#core/editors/serve-desk'
import { handle } from '#core/serve'
import * as endpoints from '#shared/codes/endpoints'
import { posterCode as posterCodeEndpoint } from '#shared/codes/poster-endpoints'

/** Mini-program codes: made and listed by editors; a reader gets the one on an issue's posters. */
export const main = serveDesk(
  [
    handleFor('editor', endpoints.createCode, createCode),
    handleFor('editor', endpoints.listCodes, listCodes),
    handleFor('editor', endpoints.changeCode, changeCode),
    handleFor('editor', endpoints.codePicture, ({ token }) => codePicture(token)),
  ],
  [handle(posterCodeEndpoint, (input, { now }) => posterCode(input, now.getTime()))],
)
