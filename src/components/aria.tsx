type Aria = {
  role?: string
  label?: string
  checked?: boolean
  level?: number
}

/**
 * What a screen reader is told. A mini-program has `aria-role` where the web has `role`; the other attributes are
 * named alike, and Taro turns `ariaLabel` into `aria-label` for both.
 */
export function aria({ role, label, checked, level }: Aria): Record<string, string | boolean | number> {
  return {
    ...(role !== undefined && named(role)),
    ...(label !== undefined && { ariaLabel: label }),
    ...(checked !== undefined && { ariaChecked: checked }),
    ...(level !== undefined && process.env.TARO_ENV === 'h5' && { ariaLevel: level }),
  }
}

function named(role: string): Record<string, string | number> {
  if (process.env.TARO_ENV !== 'h5') return { ariaRole: role }
  return focusable.includes(role) ? { role, tabindex: 0 } : { role }
}

/** What a keyboard reaches in a browser. */
const focusable = ['button', 'link', 'radio']
