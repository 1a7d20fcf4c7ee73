import Taro from '@tarojs/taro'
import { call } from '#cloud/call'
import { countRead } from '#shared/issues/endpoints'
import { channelOf } from './channel'
import { countedIssues } from './phone'
import { currentMode } from './use-reader'

/**
 * Counts the reading of an issue once on this phone, and says nothing of who reads. Nobody waits for it; where it fails
 * it is tried again when the issue is next opened. To be called while the issue's page is on top.
 */
export async function countReading(id: string): Promise<void> {
  if (countedIssues.has(id)) return
  // Only the first page is what a card, a code or an alert led to; the others were opened from the list.
  const isEntry = Taro.getCurrentPages().length === 1
  const channel = isEntry ? channelOf(Taro.getEnterOptionsSync?.()?.scene) : 'direct'
  try {
    await call(countRead, { id, mode: currentMode(), channel })
    countedIssues.add(id)
  } catch {
    // It counts the next time.
  }
}
