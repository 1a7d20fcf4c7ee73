import type { PDFDocumentProxy } from 'pdfjs-dist'
import { CharacterMaps } from './character-maps'
import { CountedPort } from './counted-port'
import type { Pdfjs } from './load-pdfjs'

/** In operators and characters, of all pages together: a page that is drawn richly has some ten thousand. */
const MOST_DRAWN = 1_000_000

/** The pages draw more than any newsletter does: without end, perhaps. */
export class DrawnTooMuch extends Error {}

/** Opens a document and closes it after use. One that draws too much is left as it is: its reader waits for ever. */
export async function openPdf<T>(
  pdfjs: Pdfjs,
  bytes: Uint8Array,
  use: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const port = new CountedPort(MOST_DRAWN, () => reject(new DrawnTooMuch()))
    pdfjs.WorkerMessageHandler.initializeFromPort(port)
    const worker = new pdfjs.PDFWorker({ port: port as never, verbosity: 0 })
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
    const used = loading.promise.then(use)
    const close = async (): Promise<void> => {
      await loading.destroy()
      worker.destroy()
    }
    void used.finally(close).then(resolve, reject)
  })
}
