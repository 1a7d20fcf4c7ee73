/** One measured figure: a ratio against a baseline that was measured in the same run. */
export type Figure = {
  name: string
  value: number
  atLeast?: number
  atMost?: number
  /** What it is measured against. */
  baseline: string
}
