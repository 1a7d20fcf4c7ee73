import { View } from '@tarojs/components'
import { Segments } from '#components/segments/segments'
import { Entry } from '../components/entry'
import { Part } from '../components/part'
import { TextField } from '../components/text-field'
import { type AlertProblems, EXPIRY_DAYS, STOCK } from './alert-form'
import type { AlertPart } from './alert-part'

/** How long, how many, and whether WeChat's events come. */
export function AlertNumbers({
  form,
  words,
  isOwner,
  onChange,
  problems,
}: AlertPart & { problems: AlertProblems }) {
  const numbers = [
    { name: 'expiryDays', label: words.expiryDays, hint: words.expiryHint, limits: EXPIRY_DAYS },
    { name: 'stock', label: words.stock, hint: words.stockHint, limits: STOCK },
  ] as const
  if (!isOwner)
    return (
      <Part title={words.more}>
        {numbers.map(({ name, label }) => (
          <Entry key={name} name={form[name]} note={label} />
        ))}
        <Entry name={form.events ? words.eventsOn : words.eventsOff} note={words.events} />
      </Part>
    )
  return (
    <Part title={words.more}>
      {numbers.map(({ name, label, hint, limits: { least, most } }) => (
        <TextField
          key={name}
          label={label}
          value={form[name]}
          onChange={(value) => onChange({ [name]: value })}
          isNumber
          longest={2}
          note={problems[name] ? words.outOfRange(least, most) : hint}
          isWrong={problems[name] === true}
        />
      ))}
      <View className="template__field">
        <View className="field__label">{words.events}</View>
        <Segments
          label={words.events}
          segments={[
            { value: 'on', name: words.eventsOn, spoken: words.eventsOn },
            { value: 'off', name: words.eventsOff, spoken: words.eventsOff },
          ]}
          chosen={form.events ? 'on' : 'off'}
          onChoose={(value) => onChange({ events: value === 'on' })}
          look="strong"
        />
        <View className="field__note">{words.eventsHint}</View>
      </View>
    </Part>
  )
}
