import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Problem } from '#shared/newsletter/problem'
import { anError, type Warn, warnInto } from '../../problem'
import type { ReadDocument } from '../block'
import { usualSize } from './bands'
import { blocksOf } from './blocks-of'
import { chainsOf } from './chain'
import { findColumnsOfPages } from './find-columns'
import { findPdfObstacle } from './find-pdf-obstacle'
import { findTextObstacle } from './find-text-obstacle'
import type { Glyph, PdfPage } from './glyph'
import { layLinks } from './lay-links'
import { loadPdfjs, type Pdfjs } from './load-pdfjs'
import { DrawnTooMuch, openPdf } from './open-pdf'
import { paragraphsOf } from './paragraphs-of'
import { readGlyphs } from './read-glyphs'
import { withoutRunningHeads } from './running-heads'
import { withoutFootnotes } from './without-footnotes'

const START = { page: 1 }
const MOST_PAGES = 200

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
  const pdfjs = await loadPdfjs()
  try {
    return await openPdf(pdfjs, bytes, async (document) =>
      document.numPages > MOST_PAGES
        ? tooLong(`${document.numPages} pages`)
        : pagesOf(document, pdfjs.OPS, warn),
    )
  } catch (cause) {
    return asProblem(cause)
  }
}

async function pagesOf(document: PDFDocumentProxy, operators: Pdfjs['OPS'], warn: Warn): Promise<PdfPage[]> {
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { glyphs, skewed } = await readGlyphs(page, operators)
    await layLinks(page, glyphs)
    if (skewed.trim() !== '') warnOfSkewed(skewed, number, warn)
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

function tooLong(what: string): Problem {
  const message = `The PDF has ${what}, far more than a newsletter: choose a PDF of this issue alone.`
  return anError('pdf-too-long', message, START)
}

/** pdf.js names its exceptions; what it says in them is not for readers. */
function asProblem(cause: unknown): Problem {
  if (cause instanceof DrawnTooMuch) return tooLong('more text and drawings than can be read')
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
  const size = usualSize(glyphs)
  return blocksOf(paragraphsOf(withoutFootnotes(chains, size, warn), warn), size, warn)
}

function isMostlyHei(glyphs: readonly Glyph[]): boolean {
  const chinese = glyphs.filter(({ text }) => /\p{Script=Han}/u.test(text))
  return chinese.filter(({ isHei }) => isHei).length * 2 > chinese.length
}
