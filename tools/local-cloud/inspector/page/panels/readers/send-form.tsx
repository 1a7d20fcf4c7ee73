import { type FormEvent, useState } from 'react'
import type { Output } from '../../ask'
import { Problem } from '../../parts/problem'
import { useSending } from '../../parts/use-sending'
import { exampleValue } from './example-value'

type Template = Output<'reader'>['templates'][number]
type Props = { openid: string; templates: readonly Template[]; home: string }

/** Sends a message as a function does: `subscribeMessage.send`, with whatever WeChat says to it. */
export function SendForm({ openid, templates, home }: Props) {
  const [chosen, setChosen] = useState(templates[0]?.id ?? '')
  const [page, setPage] = useState(home)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [said, setSaid] = useState('')
  const [now] = useState(() => Date.now())
  const { problem, setProblem, change } = useSending()
  const template = templates.find(({ id }) => id === chosen)
  if (!template) return <p className="empty">config/wechat.ts names no template.</p>
  const textOf = (field: string) => typed[field] ?? exampleValue(field, now)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setSaid('')
    const data = Object.fromEntries((template?.fields ?? []).map(({ name }) => [name, textOf(name)]))
    const sent = await change('reader/send', { openid, templateId: chosen, page: page.trim(), data })
    if (!sent) return
    const { errcode, errmsg } = sent.answer
    if (errcode === 0) setSaid('WeChat has taken it.')
    else setProblem(`WeChat answers ${errcode}: ${errmsg}`)
  }

  return (
    <form className="send" onSubmit={(event) => void submit(event)}>
      <label>
        Template
        <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {templates.map(({ id, title }) => (
            <option key={id} value={id}>
              {title} ({id})
            </option>
          ))}
        </select>
      </label>
      {template.fields.map(({ name, label }) => (
        <label key={name}>
          <span>
            {label} <code>{name}</code>
          </span>
          <input
            value={textOf(name)}
            autoComplete="off"
            onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
          />
        </label>
      ))}
      <label>
        Page
        <input
          className="code"
          value={page}
          autoComplete="off"
          spellCheck={false}
          placeholder="none: it leads nowhere"
          onChange={(event) => setPage(event.target.value)}
        />
      </label>
      <p className="actions">
        <button type="submit" className="strong">
          Send
        </button>
        <span role="status" className="good">
          {said}
        </span>
      </p>
      <Problem text={problem} />
    </form>
  )
}
