import { Input, Text, View } from '@tarojs/components'
import { fieldName } from './field-name'

type Props = {
  label: string
  /** In full, where the label alone stands on the page more than once. */
  spoken?: string
  value: string
  onChange: (value: string) => void
  /** What it looks like when filled in. */
  example?: string
  /** What is wrong with it, or what it is for. */
  note?: string
  isWrong?: boolean
  /** Brings up the digits. */
  isNumber?: boolean
  longest?: number
}

/** One line to write in, under its label. */
export function TextField({
  label,
  spoken = label,
  value,
  onChange,
  example = '',
  note,
  isWrong = false,
  isNumber = false,
  longest = 200,
}: Props) {
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      <Input
        className="field__input"
        value={value}
        type={isNumber ? 'number' : 'text'}
        placeholder={example}
        placeholderClass="field__example"
        maxlength={longest}
        onInput={({ detail }) => onChange(detail.value)}
        {...fieldName(spoken)}
      />
      {note !== undefined && (
        <Text className={isWrong ? 'field__note field__note--wrong' : 'field__note'}>{note}</Text>
      )}
    </View>
  )
}
