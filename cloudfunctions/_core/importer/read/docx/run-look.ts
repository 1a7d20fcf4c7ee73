import { element, type XmlElement } from 'mammoth/lib/xml/nodes'
import type { Look } from './styles'

/** A switch that both styles turn on is off: so emphasis stands out in a text that is set in it. */
export function effectiveLook(paragraph: Look, character: Look, direct: Look): Look {
  const on = (key: 'bold' | 'italic' | 'caps' | 'hidden'): boolean =>
    direct[key] ?? (paragraph[key] ?? false) !== (character[key] ?? false)
  const size = direct.size ?? character.size ?? paragraph.size
  return {
    bold: on('bold'),
    italic: on('italic'),
    caps: on('caps'),
    hidden: on('hidden'),
    ...(size === undefined ? {} : { size }),
  }
}

/** As a run says it by itself, which is what mammoth reads. */
export function propertiesOf({ bold, italic, caps, size }: Look): XmlElement[] {
  return [
    ...(bold ? [element('w:b')] : []),
    ...(italic ? [element('w:i')] : []),
    ...(caps ? [element('w:caps')] : []),
    ...(size === undefined ? [] : [element('w:sz', { 'w:val': String(Math.round(size)) })]),
  ]
}
