import { cloudEventPorts } from '#core/wechat-events/cloud-event-ports'
import { takeEvent } from '#core/wechat-events/take-event'
import { callerOpenid, callerSource } from '#core/wx'

/**
 * What WeChat's message push reaches. It answers `success` to all that it has dealt with, what it ignores included:
 * nothing would come of giving that again.
 */
export async function main(event: unknown): Promise<'success'> {
  await takeEvent(cloudEventPorts, event, { openid: callerOpenid(), source: callerSource() }, Date.now())
  return 'success'
}
