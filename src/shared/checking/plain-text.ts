import type { Paragraph } from '#shared/newsletter/issue'

/** A paragraph without its emphasis and links. */
export function plainText(paragraph: Paragraph): string {
  let text = ''
  for (const span of paragraph) text += span.text
  return text
}
