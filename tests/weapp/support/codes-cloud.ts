import { changeCode, createCode, listCodes } from '#shared/codes/endpoints'
import type { Target } from '#shared/codes/target'
import type { LocalCloudOptions } from '../../../tools/local-cloud/start-local-cloud'
import { type DraftsCloud, EDITOR, startDraftsCloud } from '../../support/drafts-cloud'

export type CodesCloud = DraftsCloud & {
  /** Makes a code and answers its token. */
  aCode(target: Target): Promise<string>
  point(token: string, target: Target | null): Promise<void>
  /** How many phones were counted for it. */
  readersOf(token: string): Promise<number>
}

/** A local cloud with an editor who makes codes. */
export async function startCodesCloud(options: Partial<LocalCloudOptions> = {}): Promise<CodesCloud> {
  // One instance: the others have not read yet what it remembers.
  const room = await startDraftsCloud({ workersPerFunction: 1, ...options })
  async function codeOf(token: string) {
    const { codes } = await room.does(EDITOR, listCodes, {})
    const code = codes.find((each) => each.token === token)
    if (!code) throw new Error(`There is no code ${token}.`)
    return code
  }
  return {
    ...room,
    aCode: async (target) => (await room.does(EDITOR, createCode, { target, channel: '会议' })).code.token,
    async point(token, target) {
      await room.does(EDITOR, changeCode, { token, revision: (await codeOf(token)).revision, target })
    },
    readersOf: async (token) => (await codeOf(token)).readers,
  }
}
