import { element, type XmlElement, type XmlNode } from 'mammoth/lib/xml/nodes'
import { hasDescendant, isRule, textBoxesIn } from './drawing'
import { effectiveLook, propertiesOf } from './run-look'
import { type ListPlace, listPlaceOf, outlineOf, type ParagraphStyle, readLook, type Styles } from './styles'

/** What stands in a paragraph and has no place in an issue. */
export type LeftOut = 'image' | 'footnote' | 'comment' | 'hidden-text' | 'formula' | 'embedded-document'

/** What mammoth does not keep of a paragraph. */
export type ParagraphFacts = {
  outline: number | null
  place: ListPlace | null
  /** A line across the page stands in it. */
  isRule: boolean
  leftOut: Set<LeftOut>
}

/** The notes and comments that have text, by their part's name and their number. */
export type Notes = ReadonlySet<string>

/**
 * Makes the body ready for mammoth, which reads less than Word shows: formats by styles become the runs' own, text
 * boxes and simple fields take the form that it knows, and each paragraph gets a bookmark that is its number in the
 * answered facts.
 */
export function prepareBody(body: XmlElement, styles: Styles, notes: Notes): ParagraphFacts[] {
  const preparer = new BodyPreparer(styles, notes)
  preparer.prepareChildren(body, { facts: newFacts(), style: styles.paragraph(undefined) })
  return preparer.facts
}

type Context = { facts: ParagraphFacts; style: ParagraphStyle }

class BodyPreparer {
  readonly facts: ParagraphFacts[] = []

  constructor(
    private readonly styles: Styles,
    private readonly notes: Notes,
  ) {}

  prepareChildren(parent: XmlElement, context: Context): void {
    parent.children = this.prepareAll(parent.children, context)
  }

  private prepareAll(nodes: readonly XmlNode[], context: Context): XmlNode[] {
    const prepared: XmlNode[] = []
    for (const node of nodes)
      if (node.type === 'text') prepared.push(node)
      else prepared.push(...this.prepare(node, context))
    return prepared
  }

  private prepare(node: XmlElement, context: Context): XmlNode[] {
    switch (node.name) {
      case 'w:p':
        return [this.prepareParagraph(node)]
      case 'w:r':
        return this.prepareRun(node, context)
      case 'w:bookmarkStart':
      case 'w:del':
      case 'w:moveFrom':
        return []
      case 'w:pPr':
      case 'w:trPr':
        // Marks of what was deleted stand in them: mammoth looks for those.
        return [node]
      case 'w:tc':
        if (node.firstOrEmpty('w:tcPr').first('w:cellDel')) return []
        break
      case 'mc:AlternateContent':
        return this.prepareAlternatives(node, context)
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.prepareDrawing(node, context)
      case 'w:fldSimple':
        return this.prepareAll(fieldOf(node), context)
      case 'w:dir':
      case 'w:bdo':
        return this.prepareAll(node.children, context)
      case 'w:ruby':
        return this.prepareAll(node.firstOrEmpty('w:rubyBase').children, context)
      case 'w:cr':
        return [element('w:br')]
      case 'w:ptab':
        return [element('w:tab')]
      case 'm:oMath':
      case 'm:oMathPara':
        context.facts.leftOut.add('formula')
        return []
      case 'w:altChunk':
        // It stands between paragraphs: the one before says where.
        ;(this.facts.at(-1) ?? context.facts).leftOut.add('embedded-document')
        return []
      case 'w:footnoteReference':
      case 'w:endnoteReference':
      case 'w:commentReference':
        this.noteReference(node, context)
        return []
    }
    this.prepareChildren(node, context)
    return [node]
  }

  private prepareParagraph(node: XmlElement): XmlElement {
    const properties = node.firstOrEmpty('w:pPr')
    const style = this.styles.paragraph(properties.first('w:pStyle')?.attributes['w:val'])
    const outline = outlineOf(properties)
    const facts = {
      ...newFacts(),
      outline: outline === undefined ? style.outline : outline,
      place: listPlaceOf(properties, style.place),
      isRule: hasBorder(properties.firstOrEmpty('w:pBdr').children),
    }
    const number = this.facts.push(facts) - 1
    this.prepareChildren(node, { facts, style })
    node.children.push(element('w:bookmarkStart', { 'w:name': String(number) }))
    return node
  }

  private prepareRun(run: XmlElement, context: Context): XmlNode[] {
    const written = run.first('w:rPr')
    const direct = written ? readLook(written) : {}
    const character = this.styles.character(written?.first('w:rStyle')?.attributes['w:val'])
    const look = effectiveLook(context.style.look, character, direct)
    if (look.hidden) {
      if (run.first('w:t')) context.facts.leftOut.add('hidden-text')
      // A field's codes may be hidden; its bounds are needed.
      const codes = run.children.filter((child) => child.type === 'element' && FIELD.has(child.name))
      if (codes.length === 0) return []
      run.children = codes
      return [run]
    }
    const content = run.children.filter((child) => child !== written)
    run.children = [element('w:rPr', {}, propertiesOf(look)), ...this.prepareAll(content, context)]
    return [run]
  }

  /** Word writes text boxes twice, for itself and for programs from before 2010: only one of both is read. */
  private prepareAlternatives(node: XmlElement, context: Context): XmlNode[] {
    const branches = [...node.getElementsByTagName('mc:Choice'), ...node.getElementsByTagName('mc:Fallback')]
    const boxed = branches.find((branch) => textBoxesIn(branch).length > 0)
    const chosen = boxed ?? node.first('mc:Fallback') ?? branches[0]
    return chosen ? this.prepareAll(chosen.children, context) : []
  }

  private prepareDrawing(node: XmlElement, context: Context): XmlNode[] {
    const boxes = textBoxesIn(node)
    if (hasDescendant(node, isRule)) context.facts.isRule = true
    if (hasDescendant(node, ({ name }) => name === 'a:blip' || name === 'v:imagedata'))
      context.facts.leftOut.add('image')
    if (boxes.length === 0) return []
    for (const box of boxes) this.prepareChildren(box, context)
    return [element('w:pict', {}, boxes)]
  }

  private noteReference(node: XmlElement, { facts }: Context): void {
    const kind = node.name.slice('w:'.length, -'Reference'.length)
    if (!this.notes.has(`${kind} ${node.attributes['w:id']}`)) return
    facts.leftOut.add(kind === 'comment' ? 'comment' : 'footnote')
  }
}

function newFacts(): ParagraphFacts {
  return { outline: null, place: null, isRule: false, leftOut: new Set() }
}

const FIELD = new Set(['w:fldChar', 'w:instrText'])

/** `<w:fldSimple w:instr="HYPERLINK …">` in the form of a field in parts. */
function fieldOf(node: XmlElement): XmlElement[] {
  const run = (child: XmlElement): XmlElement => element('w:r', {}, [child])
  const bound = (type: string): XmlElement => run(element('w:fldChar', { 'w:fldCharType': type }))
  const code: XmlNode = { type: 'text', value: node.attributes['w:instr'] ?? '' }
  const content = node.children.filter((child) => child.type === 'element')
  return [
    bound('begin'),
    run(element('w:instrText', {}, [code])),
    bound('separate'),
    ...content,
    bound('end'),
  ]
}

function hasBorder(borders: readonly XmlNode[]): boolean {
  return borders.some(
    (border) =>
      border.type === 'element' &&
      (border.name === 'w:top' || border.name === 'w:bottom') &&
      !['nil', 'none', undefined].includes(border.attributes['w:val']),
  )
}
