import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { aria } from '#components/aria'
import { alerts } from '#reader/use-alerts'
import type { Words } from '#reader/words'
import type { HeldData as Held } from '#shared/alerts/endpoints'
import { AppError } from '#shared/errors'

type Props = { words: Words }

/** All that is held on the reader: to be seen, taken along and deleted. */
export function HeldData({ words }: Props) {
  const [held, setHeld] = useState<Held | null>(null)
  const [note, setNote] = useState('')
  const [isConfirming, setConfirming] = useState(false)

  async function attempt(work: () => Promise<string>): Promise<void> {
    try {
      setNote(await work())
    } catch (thrown) {
      setNote(AppError.from(thrown).code === 'OFFLINE' ? words.offline : words.failed)
    }
  }
  const show = () =>
    attempt(async () => {
      const read = await alerts.readHeld()
      setHeld(read.reader ? read : null)
      return read.reader ? '' : words.nothingHeld
    })
  const copy = () =>
    attempt(async () => {
      await Taro.setClipboardData({ data: JSON.stringify(held, null, 2) })
      return words.copied
    })
  const remove = () =>
    attempt(async () => {
      await alerts.deleteHeld()
      setHeld(null)
      setConfirming(false)
      return words.deleted
    })

  return (
    <>
      <Text className="held__text">{isConfirming ? words.deleteHint : words.heldHint}</Text>
      {held && (
        <Text className="held__data" userSelect>
          {JSON.stringify(held, null, 2)}
        </Text>
      )}
      {note !== '' && (
        <Text className="held__note" {...aria({ role: 'status' })}>
          {note}
        </Text>
      )}
      <View className="alerts__actions">
        {isConfirming ? (
          // Not where "delete everything" was: a second tap of an unsteady finger must not confirm it.
          <>
            <Action name={words.confirmDelete} onTap={remove} isGrave />
            <Action name={words.cancel} onTap={() => setConfirming(false)} />
          </>
        ) : (
          <>
            {held ? (
              <Action name={words.copyHeld} onTap={copy} />
            ) : (
              <Action name={words.showHeld} onTap={show} />
            )}
            <Action name={words.deleteHeld} onTap={() => setConfirming(true)} isGrave />
          </>
        )}
      </View>
    </>
  )
}

function Action({ name, onTap, isGrave = false }: { name: string; onTap: () => void; isGrave?: boolean }) {
  return (
    <View
      className={isGrave ? 'alerts__action alerts__action--stop' : 'alerts__action'}
      hoverClass="pressed"
      onClick={onTap}
      {...aria({ role: 'button' })}
    >
      {name}
    </View>
  )
}
