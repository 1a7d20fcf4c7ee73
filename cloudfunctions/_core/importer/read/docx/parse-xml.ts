import { element, type XmlElement } from 'mammoth/lib/xml/nodes'
import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { damaged, Refusal } from './refusal'

/** The names that mammoth gives to what Word writes, in the transitional and in the strict form. */
const PREFIXES = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'relationships'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
])

/**
 * Elements with their attributes, and how deep they stand. No newsletter comes near, and they bound the memory that a
 * file made for it can ask for.
 */
const MAX_NODES = 250_000
const MAX_DEPTH = 200

/**
 * A part of a Word document as the tree that mammoth works on. Read as a stream, since a DOM of it takes four times
 * the time and the memory. Declarations of a document's type are refused: in them live entities that explode.
 */
export function parseXml(text: string): XmlElement {
  const root = element('')
  const open = [root]
  let count = 0
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('doctype', () => {
    throw new Refusal(
      'unsafe-xml',
      'The file has declarations that no Word document has: open it in Word, save it as .docx once more and choose that file.',
    )
  })
  parser.on('error', () => {
    throw damaged()
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    count += 1 + Object.keys(attributes).length
    if (count > MAX_NODES || open.length > MAX_DEPTH)
      throw new Refusal(
        'too-large-inside',
        'The document is larger or deeper than a newsletter can be: copy the newsletter into a new document and choose that one.',
      )
    const child = element(nameOf(uri, local), attributesOf(attributes))
    open.at(-1)?.children.push(child)
    open.push(child)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (value: string): void => {
    const siblings = open.at(-1)?.children ?? []
    const last = siblings.at(-1)
    if (last?.type === 'text') last.value += value
    else siblings.push({ type: 'text', value })
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text.replace(/^\ufeff/u, '')).close()
  const first = root.children.find((child) => child.type === 'element')
  if (first?.type !== 'element') throw damaged()
  return first
}

function attributesOf(attributes: Record<string, SaxesAttributeNS>): Record<string, string> {
  const named: Record<string, string> = Object.create(null)
  for (const { uri, local, value } of Object.values(attributes)) named[nameOf(uri, local)] = value
  return named
}

function nameOf(uri: string, local: string): string {
  if (uri === '') return local
  const prefix = PREFIXES.get(uri)
  return prefix === undefined ? `{${uri}}${local}` : `${prefix}:${local}`
}
