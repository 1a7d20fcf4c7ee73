/** Only loaded for what it sets: pdf.js finds its worker there. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
