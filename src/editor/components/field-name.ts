/**
 * Tells a screen reader in a browser what a field is for: Taro wraps the input, so that the wrapper is a group of this
 * name. WeChat reads the label before it.
 */
export function fieldName(label: string): { ariaLabel?: string; role?: string } {
  return process.env.TARO_ENV === 'h5' ? { ariaLabel: label, role: 'group' } : {}
}
