import { useEffect, useRef, useState } from 'react'
import { keepUnsavedText, unsavedText } from '../unsaved-text'
import { LongField } from './long-field'
import { TextField } from './text-field'

type Props<Value> = {
  label: string
  /** In full, where the label alone stands on the page more than once. */
  spoken?: string
  value: Value
  show: (value: Value) => string
  /** What the text says; null where it says nothing that can be saved. */
  read: (text: string) => { value: Value } | null
  onChange: (value: Value) => void
  /** Names the field within its draft, so that what cannot be saved is there again when the page is. */
  draftId: string
  name: string
  /** What is wrong with a text that says nothing. */
  wrong?: string
  example?: string
  isNumber?: boolean
  isLong?: boolean
}

/**
 * A field that keeps what was typed as it was typed, while the draft gets what it says. What others make of the draft
 * meanwhile replaces it.
 */
export function TypedField<Value>({
  label,
  spoken,
  value,
  show,
  read,
  onChange,
  draftId,
  name,
  wrong,
  example,
  isNumber,
  isLong = false,
}: Props<Value>) {
  const [text, setText] = useState(() => unsavedText(draftId, name) ?? show(value))
  const said = useRef(JSON.stringify(value))
  const now = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another value replaces what was typed.
  useEffect(() => {
    if (now === said.current) return
    said.current = now
    keepUnsavedText(draftId, name, null)
    setText(show(value))
  }, [now])

  function type(typed: string): void {
    setText(typed)
    const meant = read(typed)
    keepUnsavedText(draftId, name, meant ? null : typed)
    if (!meant || JSON.stringify(meant.value) === said.current) return
    said.current = JSON.stringify(meant.value)
    onChange(meant.value)
  }
  const isWrong = read(text) === null
  const Field = isLong ? LongField : TextField
  return (
    <Field
      label={label}
      value={text}
      onChange={type}
      isWrong={isWrong}
      {...(isWrong && wrong !== undefined && { note: wrong })}
      {...(example !== undefined && { example })}
      {...(isNumber && { isNumber })}
      {...(spoken !== undefined && { spoken })}
    />
  )
}
