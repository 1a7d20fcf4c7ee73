/**
 * pdf.js, loaded when the first PDF document comes: it is heavy. While it loads it asks for three things that a
 * browser has and only drawing needs; nothing is drawn here. Its worker, loaded beside it, runs in this thread.
 */
export async function loadPdfjs(): Promise<typeof import('pdfjs-dist')> {
  const scope = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) scope[name] ??= class {}
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
