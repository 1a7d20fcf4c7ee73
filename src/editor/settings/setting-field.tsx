import { Entry } from '../components/entry'
import { LongField } from '../components/long-field'
import { TextField } from '../components/text-field'

type Props = {
  label: string
  value: string
  /** Others see what it says. */
  isOwner: boolean
  onChange: (value: string) => void
  note?: string
  wrong?: string | undefined
  isNumber?: boolean
  isLong?: boolean
  longest?: number
}

/** A text of the settings, to be changed by owners and read by others. */
export function SettingField({
  label,
  value,
  isOwner,
  onChange,
  note,
  wrong,
  isNumber,
  isLong = false,
  longest,
}: Props) {
  if (!isOwner) return value === '' ? null : <Entry name={value} note={label} />
  const said = wrong ?? note
  const shared = {
    label,
    value,
    onChange,
    isWrong: wrong !== undefined,
    ...(said !== undefined && { note: said }),
  }
  return isLong ? (
    <LongField {...shared} />
  ) : (
    <TextField {...shared} isNumber={isNumber ?? false} {...(longest !== undefined && { longest })} />
  )
}
