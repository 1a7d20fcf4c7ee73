import { Segments } from '#components/segments/segments'
import { beijingDays } from '../beijing-time'
import { Chips } from '../components/chips'
import { Part } from '../components/part'
import { TextField } from '../components/text-field'
import type { PublishWords } from '../words-publish'
import type { MomentChosen, MomentFields } from './moment-chosen'

type Props = {
  fields: MomentFields
  chosen: MomentChosen
  now: number
  words: PublishWords
  onChange: (fields: MomentFields) => void
}

/** Two weeks ahead: who plans further is better asked again. */
const DAYS = 14

/** Now, or at a time of Beijing's clock. */
export function MomentChoice({ fields, chosen, now, words, onChange }: Props) {
  return (
    <Part title={words.when}>
      <Segments
        label={words.when}
        segments={[
          { value: 'now', name: words.now, spoken: words.now },
          { value: 'later', name: words.later, spoken: words.later },
        ]}
        chosen={fields.isLater ? 'later' : 'now'}
        onChoose={(value) => onChange({ ...fields, isLater: value === 'later' })}
        look="strong"
      />
      {fields.isLater && (
        <>
          <Chips
            label={words.day}
            choices={beijingDays(now, DAYS).map((day, index) => ({
              value: day,
              name: nameOf(day, index, words),
            }))}
            chosen={fields.day}
            onChoose={(day) => onChange({ ...fields, day })}
          />
          <TextField
            label={words.time}
            value={fields.time}
            onChange={(time) => onChange({ ...fields, time })}
            example="09:00"
            longest={8}
            note={chosen.wrong === null ? words.beijing : words[chosen.wrong]}
            isWrong={chosen.wrong !== null}
          />
        </>
      )}
    </Part>
  )
}

function nameOf(day: string, index: number, words: PublishWords): string {
  if (index === 0) return words.today
  if (index === 1) return words.tomorrow
  return words.dayName(new Date(`${day}T00:00:00.000Z`).getUTCDay(), Number(day.slice(8)))
}
