import { useId, useState } from 'react'
import { Problem } from './problem'
import { useSending } from './use-sending'

type Props = {
  label: string
  /** What the field begins with; while nobody has typed, it follows what comes anew. */
  text: string
  submit: string
  onSubmit: (change: ReturnType<typeof useSending>['change'], value: unknown) => Promise<object | null>
  onCancel?: () => void
}

/** A field for JSON. What it may say the local cloud knows, and says where it is wrong. */
export function JsonForm({ label, text, submit, onSubmit, onCancel }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const { problem, setProblem, change } = useSending()
  const shown = typed ?? text
  const problemId = useId()

  async function send(): Promise<void> {
    const value = parse(shown)
    if (value === undefined) return setProblem('This is not JSON.')
    if ((await onSubmit(change, value)) !== null) setTyped(null)
  }

  return (
    <form
      className="json-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label>
        {label}
        <textarea
          className="code"
          // biome-ignore lint/a11y/noAutofocus: it comes where a button was that someone has just pressed.
          autoFocus={onCancel !== undefined}
          spellCheck={false}
          rows={Math.min(shown.split('\n').length + 1, 24)}
          aria-invalid={problem !== null}
          aria-describedby={problemId}
          value={shown}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <Problem id={problemId} text={problem} />
      <p className="actions">
        <button type="submit" className="strong">
          {submit}
        </button>
        {typed !== null && (
          <button type="button" onClick={() => setTyped(null)}>
            Undo what I typed
          </button>
        )}
        {onCancel && (
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </p>
    </form>
  )
}

/** Undefined where the text is no JSON, which JSON itself cannot say. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
