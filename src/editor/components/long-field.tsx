import { Text, Textarea, View } from '@tarojs/components'
import { fieldName } from './field-name'

type Props = {
  label: string
  spoken?: string
  value: string
  onChange: (value: string) => void
  example?: string
  note?: string
  isWrong?: boolean
}

/** As many lines as are written, under their label. */
export function LongField({
  label,
  spoken = label,
  value,
  onChange,
  example = '',
  note,
  isWrong = false,
}: Props) {
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      <Textarea
        className="field__area"
        value={value}
        placeholder={example}
        placeholderClass="field__example"
        maxlength={-1}
        autoHeight
        disableDefaultPadding
        onInput={({ detail }) => onChange(detail.value)}
        {...fieldName(spoken)}
      />
      {note !== undefined && (
        <Text className={isWrong ? 'field__note field__note--wrong' : 'field__note'}>{note}</Text>
      )}
    </View>
  )
}
