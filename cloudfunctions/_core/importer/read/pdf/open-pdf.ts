import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { CharacterMaps } from './character-maps'
import type { Pdfjs } from './load-pdfjs'

/** In operators and characters, of all pages together: a page that is drawn richly has some ten thousand. */
const MOST_DRAWN = 1_000_000

/** The pages draw more than any newsletter does: without end, perhaps. */
export class DrawnTooMuch extends Error {}

/**
 * Opens a document and closes it after use. Both halves of pdf.js run in this thread; what they tell each other is
 * counted, so that a document that draws without end is left before it fills the memory.
 */
export async function openPdf<T>(
  pdfjs: Pdfjs,
  bytes: Uint8Array,
  use: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const { port1, port2 } = new MessageChannel()
  pdfjs.WorkerMessageHandler.initializeFromPort(port2)
  const worker = new pdfjs.PDFWorker({ port: port1 as never, verbosity: 0 })
  const loading = pdfjs.getDocument({
    // pdf.js takes the bytes over.
    data: new Uint8Array(bytes),
    worker,
    cMapUrl: 'character-maps/',
    BinaryDataFactory: CharacterMaps,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    // No image is looked at.
    maxImageSize: 1,
  })
  try {
    return await Promise.race([tooMuchFrom(port1), loading.promise.then(use)])
  } finally {
    await loading.destroy()
    worker.destroy()
    port1.close()
  }
}

/** What comes through the port while a page's operators are read, in parts. */
type Message = { chunk?: { argsArray?: unknown[] } }

function tooMuchFrom(port: MessagePort): Promise<never> {
  return new Promise((_, reject) => {
    let drawn = 0
    port.on('message', ({ chunk }: Message) => {
      for (const args of chunk?.argsArray ?? []) drawn += 1 + lengthOf(args)
      if (drawn > MOST_DRAWN) reject(new DrawnTooMuch())
    })
  })
}

/** Of text that is shown: one for each character. */
function lengthOf(args: unknown): number {
  const first = Array.isArray(args) ? args[0] : null
  return Array.isArray(first) ? first.length : 0
}
