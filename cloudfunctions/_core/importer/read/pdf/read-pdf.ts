import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Problem } from '#shared/newsletter/problem'
import { anError, type Warn, warnInto } from '../../problem'
import type { ReadDocument } from '../block'
import { usualSize } from './bands'
import { blocksOf } from './blocks-of'
import { chainsOf } from './chain'
import { CharacterMaps } from './character-maps'
import { findColumnsOfPages } from './find-columns'
import { findPdfObstacle } from './find-pdf-obstacle'
import { findTextObstacle } from './find-text-obstacle'
import type { Glyph, PdfPage } from './glyph'
import { layLinks } from './lay-links'
import { loadPdfjs } from './load-pdfjs'
import { paragraphsOf } from './paragraphs-of'
import { readGlyphs } from './read-glyphs'
import { withoutRunningHeads } from './running-heads'

const START = { page: 1 }
const MOST_PAGES = 200
const MOST_CHARACTERS = 400_000

/** A PDF document's text, in the blocks that every reader yields. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const problems: Problem[] = []
  const warn = warnInto(problems)
  const obstacle = await findPdfObstacle(bytes, warn)
  if (obstacle) return refused(obstacle)
  const pages = await readPages(bytes, warn)
  if ('severity' in pages) return refused(pages)
  const unreadable = findTextObstacle(pages)
  if (unreadable) return refused(unreadable)
  return { blocks: layOut(pages, warn), start: START, problems }
}

function refused(problem: Problem): ReadDocument {
  return { blocks: [], start: START, problems: [problem] }
}

async function readPages(bytes: Uint8Array, warn: Warn): Promise<PdfPage[] | Problem> {
  const { getDocument, OPS } = await loadPdfjs()
  const loading = getDocument({
    // pdf.js takes the bytes over.
    data: new Uint8Array(bytes),
    cMapUrl: 'character-maps/',
    BinaryDataFactory: CharacterMaps,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    // No image is looked at.
    maxImageSize: 1,
    verbosity: 0,
  })
  try {
    const document = await loading.promise
    if (document.numPages > MOST_PAGES) return tooLong(document.numPages)
    return await pagesOf(document, OPS, warn)
  } catch (cause) {
    return asProblem(cause)
  } finally {
    await loading.destroy()
  }
}

async function pagesOf(
  document: PDFDocumentProxy,
  operators: typeof import('pdfjs-dist')['OPS'],
  warn: Warn,
): Promise<PdfPage[] | Problem> {
  const pages: PdfPage[] = []
  let count = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { glyphs, skewed } = await readGlyphs(page, operators)
    await layLinks(page, glyphs)
    if (skewed.trim() !== '') warnOfSkewed(skewed, number, warn)
    count += glyphs.length
    if (count > MOST_CHARACTERS)
      return anError(
        'pdf-too-long',
        `There are more than ${MOST_CHARACTERS} characters: this is no newsletter.`,
        START,
      )
    const { width, height } = page.getViewport({ scale: 1 })
    pages.push({ number, width, height, glyphs })
    page.cleanup()
  }
  return pages
}

function warnOfSkewed(text: string, page: number, warn: Warn): void {
  const message = `"${text.trim().slice(0, 40)}" is written aslant or from top to bottom and was left out.`
  warn('skewed-text-left-out', message, { page })
}

function tooLong(pages: number): Problem {
  return anError(
    'pdf-too-long',
    `The PDF has ${pages} pages, and at most ${MOST_PAGES} are read: this is no newsletter.`,
    START,
  )
}

/** pdf.js names its exceptions; what it says in them is not for readers. */
function asProblem(cause: unknown): Problem {
  if (cause instanceof Error && cause.name === 'PasswordException') {
    const message = 'The PDF is protected by a password: save it without one and choose that file.'
    return anError('pdf-encrypted', message, START)
  }
  const message =
    'The PDF is damaged and cannot be read: save it as PDF again, or choose the Word document it was made from.'
  return anError('pdf-damaged', message, START)
}

function layOut(pages: readonly PdfPage[], warn: Warn): ReadDocument['blocks'] {
  const bare = withoutRunningHeads(pages, warn)
  const glyphs = bare.flatMap((page) => page.glyphs)
  const chains = chainsOf(findColumnsOfPages(bare), isMostlyHei(glyphs))
  return blocksOf(paragraphsOf(chains, warn), usualSize(glyphs), warn)
}

function isMostlyHei(glyphs: readonly Glyph[]): boolean {
  const chinese = glyphs.filter(({ text }) => /\p{Script=Han}/u.test(text))
  return chinese.filter(({ isHei }) => isHei).length * 2 > chinese.length
}
