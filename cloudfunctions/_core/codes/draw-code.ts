import type { Target } from '#shared/codes/target'
import { AppError } from '#shared/errors'
import { pictureType } from '../picture-type'
import { drawMiniProgramCode, storeFile } from '../wx'

/** Pages that a code opens: it stays with the one it was made for, which leads on where the code is pointed elsewhere. */
const pages: Record<Target['kind'], string> = {
  home: 'pages/index/index',
  series: 'pages/series/index',
  issue: 'pages/issue/index',
}

/**
 * Has WeChat draw the code of a token, and keeps the picture; answers the file's id. A file of which nothing is stored
 * afterwards, because the function ended, is never shown.
 */
export async function drawCode(token: string, { kind }: Target, width: number): Promise<string> {
  const picture = await drawMiniProgramCode({ scene: token, page: pages[kind], width }).catch(refuse)
  const type = pictureType(picture)
  if (!type) throw new AppError('CONFLICT', 'WeChat answered without a picture. Try again in a minute.')
  return storeFile(`codes/${token}.${type}`, picture)
}

/** Of WeChat's refusals, those of which the answer says what to do. */
const REASONS: Record<number, string> = {
  41030: 'WeChat does not know the page yet: publish this version of the mini-program first.',
  [-604101]:
    'The function codes may not make codes yet: upload it with the developer tools and wait ten minutes.',
  45009: 'WeChat makes no more codes at this moment. Try again in a minute.',
  [-1]: 'WeChat is busy. Try again in a minute.',
}

function refuse(thrown: unknown): never {
  const { errCode } = thrown as { errCode?: number }
  const reason = errCode === undefined ? undefined : REASONS[errCode]
  if (reason === undefined) throw thrown
  throw new AppError('CONFLICT', reason, { cause: thrown })
}
