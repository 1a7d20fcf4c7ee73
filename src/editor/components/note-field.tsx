import { Text, Textarea, View } from '@tarojs/components'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  example: string
  /** What is wrong with it. */
  wrong?: string | null
}

/** A few lines to write in, which grow with what is written. */
export function NoteField({ label, value, onChange, example, wrong = null }: Props) {
  return (
    <View className="field">
      <Text className="field__label">{label}</Text>
      <Textarea
        className="field__area"
        value={value}
        autoHeight
        maxlength={-1}
        placeholder={example}
        placeholderClass="field__example"
        onInput={({ detail }) => onChange(detail.value)}
        {...(process.env.TARO_ENV === 'h5' && { ariaLabel: label })}
      />
      {wrong !== null && <Text className="field__note field__note--wrong">{wrong}</Text>}
    </View>
  )
}
