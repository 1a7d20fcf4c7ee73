import { type FormEvent, useId, useRef, useState } from 'react'
import { AskError, sendFile } from '../../ask'
import { Problem } from '../../parts/problem'

type State = { name: 'resting' | 'sending' | 'done' } | { name: 'refused'; why: string }

/** Everything that the cloud keeps, to be taken along and brought back. */
export function DataPanel() {
  return (
    <section aria-labelledby="data">
      <h1 id="data">Data</h1>
      <p className="note">
        All documents, files, readers and messages as lines of JSON: enough to keep a state with a report of a
        bug, or to begin from it again.
      </p>
      <h2>Export</h2>
      <p className="actions">
        <a className="button" href="/_cloud/export" download>
          Download all data
        </a>
      </p>
      <h2>Import</h2>
      <ImportForm />
    </section>
  )
}

function ImportForm() {
  const field = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<State>({ name: 'resting' })
  const [isSure, setSure] = useState(false)
  const sureId = useId()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const file = field.current?.files?.[0]
    if (!file) return
    setState({ name: 'sending' })
    try {
      await sendFile('/_cloud/import', file)
      setState({ name: 'done' })
      setSure(false)
    } catch (thrown) {
      setState({ name: 'refused', why: AskError.from(thrown).message })
    }
  }

  return (
    <form className="send" onSubmit={(event) => void submit(event)}>
      <label>
        An exported file
        <input ref={field} type="file" required accept=".jsonl,.json,.txt" />
      </label>
      <p className="check">
        <input
          id={sureId}
          type="checkbox"
          required
          checked={isSure}
          onChange={({ target }) => setSure(target.checked)}
        />
        <label htmlFor={sureId}>Put it in the place of all that is here now</label>
      </p>
      <p className="actions">
        <button type="submit" className="strong" disabled={state.name === 'sending'}>
          Import
        </button>
        <span role="status" className="good">
          {state.name === 'sending' && 'Importing…'}
          {state.name === 'done' && 'Imported.'}
        </span>
      </p>
      <Problem text={state.name === 'refused' ? state.why : null} />
    </form>
  )
}
