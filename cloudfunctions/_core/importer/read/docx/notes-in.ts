import type { XmlElement } from 'mammoth/lib/xml/nodes'
import type { Notes } from './prepare-body'

/** Which footnotes, endnotes and comments have text, as `footnote 2`. */
export function notesIn(
  footnotes: XmlElement | null,
  endnotes: XmlElement | null,
  comments: XmlElement | null,
): Notes {
  const parts = { footnote: footnotes, endnote: endnotes, comment: comments }
  const notes = new Set<string>()
  for (const [kind, root] of Object.entries(parts))
    for (const note of root?.getElementsByTagName(`w:${kind}`) ?? [])
      if (hasText(note)) notes.add(`${kind} ${note.attributes['w:id']}`)
  return notes
}

function hasText(node: XmlElement): boolean {
  return node.children.some((child) => {
    if (child.type === 'text') return node.name === 'w:t' && child.value.trim() !== ''
    return hasText(child)
  })
}
