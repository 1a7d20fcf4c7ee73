import * as v from 'valibot'

/** How large text is set: small, standard, large, very large. The styles name them `text-0` to `text-3`. */
export const TextStepSchema = v.picklist([0, 1, 2, 3])
export type TextStep = v.InferOutput<typeof TextStepSchema>

export const textSteps: readonly TextStep[] = [0, 1, 2, 3]

/**
 * The step that WeChat's own font setting asks for, until the reader chooses one. Its scale has eight notches of
 * about 14 to 24 px; 16 and 17 are the standard of Android and iOS. A browser has none.
 */
export function textStepOfSetting(pixels: number | undefined): TextStep {
  if (pixels === undefined || !(pixels > 0)) return 1
  if (pixels < 16) return 0
  if (pixels <= 17) return 1
  return pixels <= 20 ? 2 : 3
}
