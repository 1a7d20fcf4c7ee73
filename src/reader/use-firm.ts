import { useEffect, useState } from 'react'
import { call } from '#cloud/call'
import { keptValue } from '#cloud/kept-value'
import { phoneStorage } from '#cloud/phone-storage'
import { type Firm, FirmSchema, getFirm } from '#shared/firm/endpoints'
import { isSinglePage } from './platform'

const kept = keptValue(phoneStorage, 'firm', FirmSchema)

let known: Firm | null = null
let asking: Promise<Firm> | null = null

/**
 * How readers follow and reach the firm: once it is needed, what the phone knows, then what the cloud says, which is
 * asked once a session, for it is up to 80 KB. Null while neither is known.
 */
export function useFirm(isNeeded = true): Firm | null {
  const [firm, setFirm] = useState(known)
  useEffect(() => {
    if (!isNeeded || isSinglePage) return
    known ??= kept.get()
    setFirm(known)
    ask().then(setFirm)
  }, [isNeeded])
  return isNeeded ? firm : null
}

function ask(): Promise<Firm> {
  asking ??= call(getFirm, {}).then(learn, giveUp)
  return asking
}

function learn(firm: Firm): Firm {
  kept.set(firm)
  known = firm
  return firm
}

/** Until it is needed anew. */
function giveUp(): Firm {
  asking = null
  return known ?? { account: null, contact: null }
}
