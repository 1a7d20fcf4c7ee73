import { Text } from '@tarojs/components'
import { aria } from '#components/aria'
import type { Act } from '../use-act'

/** What came of an act, in a line. */
export function Said({ of: { said, isTrouble } }: { of: Act }) {
  if (said === '') return null
  return (
    <Text className={isTrouble ? 'said said--grave' : 'said'} {...aria({ role: 'status' })}>
      {said}
    </Text>
  )
}
