import { View } from '@tarojs/components'
import { aria } from '#components/aria'

type Props = {
  name: string
  /** What it is done to, for those who only hear the name. */
  of?: string
  onTap: () => void
}

export function ContactAction({ name, of = '', onTap }: Props) {
  return (
    <View
      className="contact__action"
      hoverClass="pressed"
      onClick={onTap}
      {...aria({ role: 'button', label: `${name} ${of}`.trim() })}
    >
      {name}
    </View>
  )
}
