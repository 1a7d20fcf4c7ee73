import { useState } from 'react'
import { hrefOf } from '../../route'

/** A MongoDB query, typed as JSON; what is wrong with it the database itself says. */
export function FilterForm({ collection, filter }: { collection: string; filter: string }) {
  const [text, setText] = useState(filter)
  return (
    <search>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault()
          window.location.hash = hrefOf(['documents', collection], { filter: text.trim() })
        }}
      >
        <label className="wide">
          Filter
          <input
            type="search"
            className="code"
            placeholder='{ "state": "published" }'
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <button type="submit">Apply</button>
      </form>
    </search>
  )
}
