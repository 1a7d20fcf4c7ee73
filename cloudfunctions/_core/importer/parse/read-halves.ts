import type { Language } from '#shared/newsletter/bilingual'
import type { Place } from '#shared/newsletter/problem'
import type { Warn } from '../problem'
import { languageOf } from '../text/language'
import { numberingOf, withoutNumbering } from '../text/title-key'
import { webAddress } from '../text/web-address'
import { shorten } from './contents'
import type { RolePiece } from './find-titles'
import type { Half } from './outline'
import { numberedText, type Piece } from './piece'
import type { SourceLink } from './source-link'

/** A section as it was written: its names, and the halves of its items in their order. */
export type RawSection = { titles: Piece[]; halves: Half[]; place: Place }

/** Gathers titles and texts into halves: one language's title, paragraphs and source of one item. */
export function readHalves(roles: readonly RolePiece[], warn: Warn): RawSection[] {
  const reader = new HalvesReader(isOneLanguageAtATime(roles), warn)
  roles.forEach(({ role, piece }, index) => {
    reader.read(role, piece, roles[index + 1]?.piece)
  })
  reader.takeTitleLinks()
  return reader.sections
}

/** All Chinese titles of a section, then its English ones. */
function isOneLanguageAtATime(roles: readonly RolePiece[]): boolean {
  const titles = roles.flatMap(({ role, piece }) => (role === 'title' ? [piece] : []))
  const repeats = titles.filter((piece, index) => piece.language === titles[index - 1]?.language)
  return repeats.length * 3 > titles.length
}

class HalvesReader {
  readonly sections: RawSection[] = []
  private readonly latest: Record<Language, Half | null> = { zh: null, en: null }
  private touched: Half | null = null
  private readonly startedTogether = new Set<Half>()
  private readonly titleLinks: { half: Half; link: SourceLink }[] = []

  constructor(
    private readonly isOneLanguageAtATime: boolean,
    private readonly warn: Warn,
  ) {}

  read(role: RolePiece['role'], piece: Piece, next: Piece | undefined): void {
    if (role === 'section') this.readSection(piece)
    else if (role === 'title') this.addSources(this.begin(piece, piece), piece)
    else if (piece.shape === 'links') this.readLinks(piece)
    else this.readText(piece, piece.sources.length > 0 || next?.shape === 'links')
  }

  private readSection(piece: Piece): void {
    const last = this.sections.at(-1)
    const isOpen = last && last.halves.length === 0 && last.titles.length === 1
    const language = last?.titles[0]?.language
    if (isOpen && language !== piece.language && (piece.pair === null || piece.pair === last.titles[0]?.pair))
      last.titles.push(piece)
    else this.sections.push({ titles: [piece], halves: [], place: piece.place })
    this.latest.zh = null
    this.latest.en = null
    this.touched = null
  }

  private begin(piece: Piece, title: Piece | null): Half {
    const language = piece.language ?? this.touched?.language ?? 'zh'
    const half: Half = {
      language,
      title: title ? withoutNumbering(title.text) : null,
      key: title?.key ?? '',
      number: title ? numberOf(title) : null,
      paragraphs: [],
      source: null,
      place: piece.place,
    }
    let section = this.sections.at(-1)
    if (!section) {
      section = { titles: [], halves: [], place: piece.place }
      this.sections.push(section)
    }
    section.halves.push(half)
    const link = title && linkOf(title)
    if (link) this.titleLinks.push({ half, link })
    this.latest[language] = half
    this.touched = half
    return half
  }

  private readText(piece: Piece, hasSource: boolean): void {
    const current = this.halfOf(piece)
    const isNext = this.isOneLanguageAtATime && hasSource && hasEnded(current)
    const half = current && !isNext ? current : this.begin(piece, null)
    if (hasEnded(half))
      this.warn(
        'text-after-source',
        'This text follows a source link: it may belong to another item.',
        piece.place,
      )
    half.paragraphs.push(withMarker(piece))
    this.touched = half
    this.addSources(half, piece)
  }

  /** The half that this text continues, if it continues one. */
  private halfOf(piece: Piece): Half | null {
    if (!piece.language) return this.touched
    const half = this.latest[piece.language]
    if (!half || half === this.touched) return half
    if (half.paragraphs.length === 0) return half
    if (half.source) return null
    // Paragraph by paragraph in turn, under two titles; a title in between would have begun another text.
    const other = this.latest[piece.language === 'zh' ? 'en' : 'zh']
    return other && this.startedTogether.has(other) && this.startedTogether.has(half) ? half : null
  }

  /** What the text itself says comes first. */
  takeTitleLinks(): void {
    for (const { half, link } of this.titleLinks) this.addSource(half, link)
  }

  private addSources(half: Half, piece: Piece): void {
    const partner = this.latest[half.language === 'zh' ? 'en' : 'zh']
    if (
      partner &&
      partner.paragraphs.length === 0 &&
      partner.title !== null &&
      half.paragraphs.length === 0
    ) {
      this.startedTogether.add(partner)
      this.startedTogether.add(half)
    }
    for (const source of piece.sources) this.addSource(half, source)
  }

  private readLinks(piece: Piece): void {
    for (const source of piece.sources) {
      const language = languageOf(source.words)
      const worded = language && this.latest[language]
      const open = [worded, this.touched, this.latest.zh, this.latest.en].find((one) => one && isOpen(one))
      const half = open ?? worded ?? this.touched
      if (half) this.addSource(half, source)
      else
        this.warn(
          'link-left-out',
          `The link "${shorten(source.words)}" belongs to no item and was left out.`,
          source.place,
        )
    }
  }

  private addSource(half: Half, source: SourceLink): void {
    if (isOpen(half)) half.source = source
    else if (half.source?.href !== source.href)
      this.warn('second-source', `A second source was left out: ${source.href ?? source.words}`, source.place)
  }
}

/** The words of a link without a link are no source yet: 原文链接： above the link itself. */
function isOpen({ source }: Half): boolean {
  return source === null || source.href === null
}

function hasEnded(half: Half | null): boolean {
  return half?.source != null && half.paragraphs.length > 0
}

/** A title that is a link as a whole leads to its item's source. */
function linkOf({ spans, text, place }: Piece): SourceLink | null {
  const href = spans[0]?.href
  if (href === undefined || webAddress(href) === null) return null
  return spans.every((span) => span.href === href) ? { href, words: text, place } : null
}

function numberOf(title: Piece): number | null {
  return numberingOf(numberedText(title)).value
}

/** An ordered list in a text keeps its numbers. */
function withMarker(piece: Piece): Piece['spans'] {
  const first = piece.spans[0]
  if (!piece.marker || !first) return piece.spans
  const space = /[\p{Script=Han}、．）】]$/u.test(piece.marker) ? '' : ' '
  const marker = { text: piece.marker + space, place: first.place }
  const isPlain = !first.emphasis && first.href === undefined
  return isPlain
    ? [{ ...first, text: marker.text + first.text }, ...piece.spans.slice(1)]
    : [marker, ...piece.spans]
}
