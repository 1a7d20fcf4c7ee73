import type { XmlElement } from 'mammoth/lib/xml/nodes'
import { formatNumber } from './format-number'
import type { ListPlace, Styles } from './styles'

type Level = { start: number; format: string; text: string }
type List = { definition: string; levels: Level[]; restarts: Map<number, number> }

/** Counts the document's automatic lists as Word does, paragraph by paragraph in their order. */
export class ListMarkers {
  private readonly lists = new Map<string, List>()
  /** How far each definition has counted: lists of one definition go on with each other. */
  private readonly counts = new Map<string, number[]>()
  private readonly begun = new Set<string>()

  constructor(root: XmlElement | null, styles: Styles) {
    const definitions = new Map<string, XmlElement>()
    for (const one of root?.getElementsByTagName('w:abstractNum') ?? [])
      definitions.set(one.attributes['w:abstractNumId'] ?? '', one)
    const lists = root?.getElementsByTagName('w:num') ?? []
    const definitionOf = new Map(
      lists.map((list) => [
        list.attributes['w:numId'],
        list.firstOrEmpty('w:abstractNumId').attributes['w:val'] ?? '',
      ]),
    )
    for (const list of lists) {
      const id = list.attributes['w:numId'] ?? ''
      let definition = definitionOf.get(id) ?? ''
      // A definition may only name the style of lists that has it.
      const link = definitions.get(definition)?.first('w:numStyleLink')?.attributes['w:val']
      if (link !== undefined) definition = definitionOf.get(styles.listOf(link) ?? '') ?? definition
      this.lists.set(id, readList(list, definition, definitions.get(definition)))
    }
  }

  /** What Word shows before this paragraph, such as `2.` or 三、; null for a bullet or no list. */
  next({ list: id, level }: ListPlace): string | null {
    const list = this.lists.get(id)
    const own = list?.levels[level]
    if (!list || !own) return null
    const counts = this.counts.get(list.definition) ?? []
    this.counts.set(list.definition, counts)
    const restart = list.restarts.get(level)
    const isFirst = !this.begun.has(`${id}/${level}`)
    this.begun.add(`${id}/${level}`)
    counts[level] = isFirst && restart !== undefined ? restart : (counts[level] ?? own.start - 1) + 1
    counts.length = level + 1
    const text = own.text.replace(/%([1-9])/gu, (_, place: string) => {
      const at = Number(place) - 1
      const used = list.levels[at]
      return used ? (formatNumber(counts[at] ?? used.start, used.format) ?? '') : ''
    })
    const isNumber = formatNumber(1, own.format) !== null
    return isNumber && text.trim() !== '' ? text.trim() : null
  }
}

function readList(list: XmlElement, definition: string, element: XmlElement | undefined): List {
  const levels: Level[] = []
  for (const level of element?.getElementsByTagName('w:lvl') ?? [])
    levels[Number(level.attributes['w:ilvl'] ?? 0)] = readLevel(level)
  const restarts = new Map<number, number>()
  for (const change of list.getElementsByTagName('w:lvlOverride')) {
    const at = Number(change.attributes['w:ilvl'] ?? 0)
    const whole = change.first('w:lvl')
    if (whole) levels[at] = readLevel(whole)
    const start = change.first('w:startOverride')?.attributes['w:val']
    if (start !== undefined) restarts.set(at, Number(start))
  }
  return { definition, levels, restarts }
}

function readLevel(level: XmlElement): Level {
  const value = (name: string): string | undefined => level.firstOrEmpty(name).attributes['w:val']
  return {
    start: Number(value('w:start') ?? 1),
    format: value('w:numFmt') ?? 'decimal',
    text: value('w:lvlText') ?? '',
  }
}
