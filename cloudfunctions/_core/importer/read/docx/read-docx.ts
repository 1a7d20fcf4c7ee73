import { createBodyReader } from 'mammoth/lib/docx/body-reader'
import { defaultValue, type Relationships, readRelationships } from 'mammoth/lib/docx/relationships-reader'
import type { XmlElement } from 'mammoth/lib/xml/nodes'
import { warnInto } from '../../problem'
import type { ReadDocument } from '../block'
import { blocksOf } from './blocks-of'
import { findObstacle, refuseTooMany } from './find-obstacle'
import { ListMarkers } from './list-markers'
import { notesIn } from './notes-in'
import { openPackage, type Package } from './open-package'
import { parseXml } from './parse-xml'
import { prepareBody } from './prepare-body'
import { readParagraphs } from './read-paragraphs'
import { damaged, Refusal } from './refusal'
import { Styles } from './styles'

/** Reads a Word document (.docx): the text as it stands there when all tracked changes are accepted. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const start = { paragraph: 1 }
  try {
    return await readPackage(await openPackage(bytes))
  } catch (cause) {
    // What neither mammoth nor the parser of XML can make sense of, Word did not write.
    const { problem } = cause instanceof Refusal ? cause : damaged()
    return { blocks: [], start, problems: [problem] }
  }
}

async function readPackage(file: Package): Promise<ReadDocument> {
  const start = { paragraph: 1 }
  const problems: ReadDocument['problems'] = []
  const warn = warnInto(problems)
  const part = async (path: string): Promise<XmlElement | null> => {
    const text = await file.read(path)
    return text === null ? null : parseXml(text)
  }
  const relationshipsOf = async (path: string): Promise<Relationships> => {
    const root = await part(path.replace(/[^/]*$/u, '_rels/$&.rels'))
    return root ? readRelationships(root) : defaultValue
  }
  const main = mainPath(await relationshipsOf(''), file)
  const relationships = await relationshipsOf(main)
  const folder = main.replace(/[^/]*$/u, '')
  const related = async (name: string): Promise<XmlElement | null> =>
    part(pathOf(relationships, name, folder) ?? `${folder}${name}.xml`)
  const styles = new Styles(await related('styles'))
  const markers = new ListMarkers(await related('numbering'), styles)
  const notes = notesIn(await related('footnotes'), await related('endnotes'), await related('comments'))
  const body = (await part(main))?.first('w:body')
  if (!body) throw damaged()
  const facts = prepareBody(body, styles, notes)
  refuseTooMany(facts)
  const model = createBodyReader({
    relationships: complete(relationships),
    styles: NO_STYLES,
    numbering: NO_LISTS,
  })
  const paragraphs = readParagraphs(model.readXmlElements(body.children).value, facts)
  const obstacle = findObstacle(paragraphs)
  if (obstacle) return { blocks: [], start, problems: [obstacle] }
  if (file.has('word/vbaProject.bin'))
    warn('macros-left-out', 'The document has macros: they were left out, only its text was read.', start)
  return { blocks: blocksOf(paragraphs, markers, warn), start, problems }
}

const TYPES = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]

/** Word itself does not always call it word/document.xml. */
function mainPath(relationships: Relationships, file: Package): string {
  const path = pathOf(relationships, 'officeDocument', '') ?? 'word/document.xml'
  if (!file.has(path)) throw damaged()
  return path
}

/** A part beside this one, by what it is to it. What lies outside of the file is never fetched. */
function pathOf(relationships: Relationships, name: string, folder: string): string | undefined {
  const target = TYPES.flatMap((type) => relationships.findTargetsByType(`${type}/${name}`))[0]
  return target?.startsWith('/') ? target.slice(1) : target && folder + target
}

/** A link whose address is missing from a damaged file is a link without one. */
function complete(relationships: Relationships): Relationships {
  return {
    ...relationships,
    findTargetByRelationshipId: (id) => relationships.findTargetByRelationshipId(id) ?? '',
  }
}

/** Styles and lists are resolved before mammoth reads: see prepareBody. */
const NAMELESS = (): { name: string } => ({ name: '' })
const NO_STYLES = {
  findParagraphStyleById: NAMELESS,
  findCharacterStyleById: NAMELESS,
  findTableStyleById: NAMELESS,
}
const NO_LISTS = { findLevel: () => null, findLevelByParagraphStyleId: () => null }
