import type { BilingualText, Language } from '#shared/newsletter/bilingual'
import type { Contact } from '#shared/newsletter/issue'
import type { Place } from '#shared/newsletter/problem'
import type { Warn } from '../problem'
import { languageOf } from '../text/language'
import { webAddress } from '../text/web-address'
import { shorten } from './contents'
import type { Piece } from './piece'
import { type ContactLine, readContactLine, wordsOf } from './read-contact'
import { isDisclaimer, isFurniture, isTailName } from './words'

export type Tail = { disclaimer: BilingualText; contact: Contact }

/** Reads the last part: the disclaimer in both languages, and how to reach the firm. */
export function readTail(pieces: readonly Piece[], warn: Warn): Tail {
  const reader = new TailReader(warn)
  for (const piece of pieces) reader.read(piece)
  return reader.finish()
}

class TailReader {
  private readonly disclaimer: Record<Language, string[]> = { zh: [], en: [] }
  private readonly contact: Contact = {
    website: null,
    email: null,
    tel: [],
    fax: [],
    offices: { zh: [], en: [] },
  }

  constructor(private readonly warn: Warn) {}

  finish(): Tail {
    const joined = (language: Language): string | null => this.disclaimer[language].join('\n') || null
    return { disclaimer: { zh: joined('zh'), en: joined('en') }, contact: this.contact }
  }

  read(piece: Piece): void {
    const { language } = piece
    const isProse = language && piece.shape !== 'title'
    if (isProse && isDisclaimer(piece.text)) this.disclaimer[language].push(withoutFurniture(piece))
    else if (this.readContact(piece)) return
    else if (
      isProse &&
      piece.shape === 'prose' &&
      this.disclaimer[language].length > 0 &&
      !isFurniture(piece.text)
    )
      this.disclaimer[language].push(withoutFurniture(piece))
    else this.leaveOut(piece.text, piece.place)
  }

  /** Whether the piece says how to reach the firm: each of its lines may say several things. */
  private readContact({ lines, text, place }: Piece): boolean {
    const read = (lines.length > 0 ? lines : [{ text, place }]).map((line) => {
      return { ...line, said: readContactLine(line.text) }
    })
    if (read.every(({ said }) => said === null)) return false
    for (const line of read) {
      if (line.said) this.addContact(line.said, line.text, line.place)
      else this.leaveOut(line.text, line.place)
    }
    return true
  }

  private addContact(
    { tel, fax, email, website, offices, rest }: ContactLine,
    line: string,
    place: Place,
  ): void {
    addNew(this.contact.tel, tel)
    addNew(this.contact.fax, fax)
    const language = offices.length > 0 ? languageOf(line) : null
    if (language) addNew(this.contact.offices[language], offices)
    const address = website && webAddress(/^https?:/iu.test(website) ? website : `http://${website}`)
    const hasSecond =
      (email && this.contact.email && this.contact.email !== email) ||
      (address && this.contact.website && this.contact.website !== address)
    this.contact.email ??= email
    this.contact.website ??= address
    if (hasSecond) this.leaveOut(line, place)
    else this.leaveOut(rest, place)
  }

  private leaveOut(text: string, place: Place): void {
    if (isTailName(text) || isFurniture(text) || wordsOf(text) === '') return
    this.warn('text-left-out', `"${shorten(text)}" has no place in an issue and was left out.`, place)
  }
}

/** The call to scan a code may stand right below the last sentence. */
function withoutFurniture({ text, lines }: Piece): string {
  const [above, last] = lines.slice(-2)
  const isApart = above && last && /[。.]$/u.test(above.text) && isFurniture(last.text)
  return isApart && text.endsWith(last.text) ? text.slice(0, -last.text.length).trimEnd() : text
}

function addNew(list: string[], found: readonly string[]): void {
  list.push(...found.filter((one) => !list.includes(one)))
}
