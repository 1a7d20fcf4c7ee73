import { useState } from 'react'
import { hrefOf } from '../../route'

/** Goes to a reader by name, also to one whom nobody knows yet. */
export function ReaderForm() {
  const [name, setName] = useState('')
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault()
        window.location.hash = hrefOf(['readers', name])
        setName('')
      }}
    >
      <label className="wide">
        <span className="unseen">A reader’s name</span>
        <input
          required
          pattern="[A-Za-z0-9_\-]{1,64}"
          title="Letters, digits, _ and -, at most 64"
          placeholder="Any name"
          autoComplete="off"
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit">Go to</button>
    </form>
  )
}
