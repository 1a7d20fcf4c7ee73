import { View } from '@tarojs/components'
import { aria } from '#components/aria'

type Props = {
  name: string
  onTap: () => void
  /** `main`: what the page is for; `quiet`: beside it; `grave`: it takes something away. */
  look?: 'main' | 'quiet' | 'grave'
  /** While its answer is awaited: it is seen to be pressed, and a second tap does nothing. */
  isBusy?: boolean
  /** In full, where the short name does not say what it is done to. */
  spoken?: string
}

/** Something to be done by a tap. */
export function Action({ name, onTap, look = 'quiet', isBusy = false, spoken }: Props) {
  return (
    <View
      className={`action action--${look}${isBusy ? ' pressed' : ''}`}
      hoverClass="pressed"
      onClick={() => {
        if (!isBusy) onTap()
      }}
      {...aria({ role: 'button', ...(spoken !== undefined && { label: spoken }) })}
    >
      {name}
    </View>
  )
}
