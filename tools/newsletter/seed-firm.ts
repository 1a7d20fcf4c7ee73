import { firmContact } from '#reader/firm'
import { drawCode } from '../local-cloud/wechat/wxacode/draw-code'
import { openDesk } from './desk'

const LOOK = { width: 430, color: { r: 0, g: 0, b: 0 }, isTransparent: false }

/**
 * The firm can be followed from the first start; what was saved since stays. A plain code of its website stands in for
 * the account's.
 */
export async function seedFirm(adminUrl: string): Promise<void> {
  const desk = await openDesk(adminUrl)
  if (await desk.hasFirm()) return
  const code = `data:image/png;base64,${drawCode(firmContact.website ?? '', LOOK).toString('base64')}`
  await desk.saveFirm({ account: { name: '立方观评', originalId: null, code }, contact: null })
}
