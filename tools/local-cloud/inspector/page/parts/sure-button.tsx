import { useState } from 'react'

type Props = { name: string; what: string; isSending: boolean; onSure: () => void }

/** For what cannot be taken back: it asks for a second press. */
export function SureButton({ name, what, isSending, onSure }: Props) {
  const [isSure, setSure] = useState(false)
  return (
    <button
      type="button"
      className="bad"
      disabled={isSending}
      aria-label={`${isSure ? 'Really ' : ''}${isSure ? name.toLowerCase() : name} ${what}`}
      onClick={() => {
        if (isSure) onSure()
        setSure(!isSure)
      }}
      onBlur={() => setSure(false)}
    >
      {isSure ? `Really ${name.toLowerCase()}?` : name}
    </button>
  )
}
