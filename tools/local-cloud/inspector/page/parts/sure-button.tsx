import { useState } from 'react'

type Props = { name: string; what: string; onSure: () => void }

/** For what cannot be taken back: it asks for a second press. */
export function SureButton({ name, what, onSure }: Props) {
  const [isSure, setSure] = useState(false)
  return (
    <button
      type="button"
      className="bad"
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
