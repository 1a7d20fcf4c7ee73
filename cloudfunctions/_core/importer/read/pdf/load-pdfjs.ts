export type Pdfjs = typeof import('pdfjs-dist') & { WorkerMessageHandler: WorkerMessageHandler }
/** The other half of pdf.js, which does the reading: it listens at a port. */
type WorkerMessageHandler = { initializeFromPort(port: unknown): void }

/**
 * pdf.js, loaded when the first PDF document comes: it is heavy. While it loads it asks for three things that a
 * browser has and only drawing needs; nothing is drawn here.
 */
export async function loadPdfjs(): Promise<Pdfjs> {
  const scope = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) scope[name] ??= class {}
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return { ...(await import('pdfjs-dist/legacy/build/pdf.mjs')), WorkerMessageHandler }
}
