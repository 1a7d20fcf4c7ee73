import type { XmlElement } from 'mammoth/lib/xml/nodes'

/** How a run looks, as far as it says something: `size` in half points, the rest switched on or off. */
export type Look = { bold?: boolean; italic?: boolean; caps?: boolean; hidden?: boolean; size?: number }

/** A place in a list; level 0 is the outermost. */
export type ListPlace = { list: string; level: number }

export type ParagraphStyle = {
  look: Look
  /** The level that Word's outline shows it at, 1 the highest; null for running text. */
  outline: number | null
  place: ListPlace | null
}

/** A paragraph that starts no list of its own and is no heading. */
const PLAIN: ParagraphStyle = { look: {}, outline: null, place: null }

/** What the document's styles say, each with all that it is based on. */
export class Styles {
  private readonly elements = new Map<string, XmlElement>()
  private readonly paragraphs = new Map<string, ParagraphStyle>()
  private readonly characters = new Map<string, Look>()
  private readonly defaults: ParagraphStyle = PLAIN
  private readonly usual: string | undefined

  constructor(root: XmlElement | null) {
    for (const style of root?.getElementsByTagName('w:style') ?? []) {
      const id = style.attributes['w:styleId']
      if (id === undefined || this.elements.has(id)) continue
      this.elements.set(id, style)
      const isUsual = style.attributes['w:type'] === 'paragraph' && isOn(style.attributes['w:default'] ?? '0')
      if (isUsual) this.usual ??= id
    }
    const defaults = root?.firstOrEmpty('w:docDefaults').firstOrEmpty('w:rPrDefault').first('w:rPr')
    if (defaults) this.defaults = { ...PLAIN, look: readLook(defaults) }
  }

  paragraph(id: string | undefined): ParagraphStyle {
    const named = id !== undefined && this.elements.has(id) ? id : this.usual
    return named === undefined ? this.defaults : this.resolve(named, 0)
  }

  character(id: string | undefined): Look {
    if (id === undefined) return {}
    const known = this.characters.get(id)
    if (known) return known
    const look = this.characterLook(id, 0)
    this.characters.set(id, look)
    return look
  }

  /** The list that a style of lists stands for. */
  listOf(id: string | undefined): string | undefined {
    const style = id === undefined ? undefined : this.elements.get(id)
    return style?.firstOrEmpty('w:pPr').firstOrEmpty('w:numPr').firstOrEmpty('w:numId').attributes['w:val']
  }

  private resolve(id: string, depth: number): ParagraphStyle {
    const known = this.paragraphs.get(id)
    if (known) return known
    const style = this.elements.get(id)
    if (!style || depth > DEEPEST_STYLE) return this.defaults
    const parent = style.first('w:basedOn')?.attributes['w:val']
    const base = parent === undefined ? this.defaults : this.resolve(parent, depth + 1)
    const properties = style.firstOrEmpty('w:pPr')
    const name = style.firstOrEmpty('w:name').attributes['w:val'] ?? ''
    const outline = outlineOf(properties) ?? levelOfName(name)
    const resolved = {
      look: { ...base.look, ...readLook(style.firstOrEmpty('w:rPr')) },
      outline: outline === undefined ? base.outline : outline,
      place: listPlaceOf(properties, base.place),
    }
    this.paragraphs.set(id, resolved)
    return resolved
  }

  private characterLook(id: string, depth: number): Look {
    const style = this.elements.get(id)
    if (!style || depth > DEEPEST_STYLE) return {}
    const parent = style.first('w:basedOn')?.attributes['w:val']
    const base = parent === undefined ? {} : this.characterLook(parent, depth + 1)
    return { ...base, ...readLook(style.firstOrEmpty('w:rPr')) }
  }
}

/** Styles that are based on each other in a circle end here. */
const DEEPEST_STYLE = 12

type Properties = Pick<XmlElement, 'first' | 'firstOrEmpty'>

export function readLook(properties: Properties): Look {
  const look: Look = {}
  const switches = { bold: 'w:b', italic: 'w:i', caps: 'w:caps', hidden: 'w:vanish' } as const
  for (const [key, name] of Object.entries(switches) as [keyof typeof switches, string][]) {
    const found = properties.first(name)
    if (found) look[key] = isOn(found.attributes['w:val'])
  }
  const size = Number(properties.firstOrEmpty('w:sz').attributes['w:val'])
  if (size > 0) look.size = size
  return look
}

function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off' && value !== 'none'
}

/** Undefined where it says nothing; null where it says running text, which Word writes as the tenth level. */
export function outlineOf(properties: Properties): number | null | undefined {
  const written = properties.first('w:outlineLvl')?.attributes['w:val']
  if (written === undefined) return undefined
  const level = Number(written)
  return level >= 0 && level < 9 ? level + 1 : null
}

/** Word writes `heading 1` whatever its language is; other programs and hands write 标题 1 or 一级标题. */
function levelOfName(name: string): number | undefined {
  const level = /^(?:heading|标题|標題)\s*([1-9])(?:$|[\s,，;；])/iu.exec(name)?.[1]
  if (level) return Number(level)
  const chinese = /^([一二三四五六])级标题$/u.exec(name)?.[1]
  if (chinese) return '一二三四五六'.indexOf(chinese) + 1
  if (/^(?:title|标题|標題)$/iu.test(name)) return 1
  return /^(?:subtitle|副标题|副標題)$/iu.test(name) ? 2 : undefined
}

/** The list that a paragraph says it is in; list 0 takes it out of its style's. */
export function listPlaceOf(properties: Properties, base: ListPlace | null): ListPlace | null {
  const written = properties.first('w:numPr')
  if (!written) return base
  const list = written.firstOrEmpty('w:numId').attributes['w:val'] ?? base?.list
  const level = Number(written.firstOrEmpty('w:ilvl').attributes['w:val'] ?? base?.level ?? 0)
  return list === undefined || list === '0' || !(level >= 0 && level < 9) ? null : { list, level }
}
