import { Segments } from '#components/segments/segments'
import { Entry } from '../components/entry'
import { Part } from '../components/part'
import { TextField } from '../components/text-field'
import type { AlertProblems } from './alert-form'
import type { AlertPart } from './alert-part'

/** When no alert is sent. */
export function QuietHours({
  form,
  words,
  isOwner,
  onChange,
  problems,
}: AlertPart & { problems: AlertProblems }) {
  const { quietHours } = form
  if (!isOwner)
    return (
      <Part title={words.quiet} hint={words.quietHint}>
        <Entry name={quietHours ? `${quietHours.from}:00 – ${quietHours.to}:00` : words.withoutQuiet} />
      </Part>
    )
  return (
    <Part title={words.quiet} hint={words.quietHint}>
      <Segments
        label={words.quiet}
        segments={[
          { value: 'with', name: words.withQuiet, spoken: words.withQuiet },
          { value: 'without', name: words.withoutQuiet, spoken: words.withoutQuiet },
        ]}
        chosen={quietHours ? 'with' : 'without'}
        onChoose={(value) => onChange({ quietHours: value === 'with' ? { from: '22', to: '8' } : null })}
        look="strong"
      />
      {quietHours &&
        (['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            label={words[end]}
            value={quietHours[end]}
            onChange={(hour) => onChange({ quietHours: { ...quietHours, [end]: hour } })}
            isNumber
            longest={2}
            {...(problems[end] && { note: words.notAnHour, isWrong: true })}
          />
        ))}
    </Part>
  )
}
