const NEWSLETTER = 'choose the newsletter as .docx, .pdf or .md'
const WORD = 'open it in Word or WPS, save it as .docx and choose that file'

/** By a path that no other kind of file has. */
const KINDS: { path: RegExp; message: string }[] = [
  { path: /^xl\/workbook\.\w+$/u, message: `This is an Excel workbook: ${NEWSLETTER}.` },
  { path: /^ppt\/presentation\.\w+$/u, message: `This is a PowerPoint presentation: ${NEWSLETTER}.` },
  { path: /^META-INF\/container\.xml$/u, message: `This is an electronic book: ${NEWSLETTER}.` },
  { path: /^content\.xml$/u, message: `This is an OpenDocument file: ${WORD}.` },
  {
    path: /^Index(?:\/Document\.iwa|\.zip)$/u,
    message: 'This is a Pages document: export it as Word (.docx) and choose that file.',
  },
]

/** What a zip file is where it is no Word document, and what to do; null for a Word document. */
export function otherKindOf(paths: readonly string[]): string | null {
  const isOffice = paths.includes('[Content_Types].xml')
  const known = KINDS.find(({ path }) => paths.some((one) => path.test(one)))
  if (known) return known.message
  return isOffice ? null : `This is a zip archive: unpack it and ${NEWSLETTER}.`
}
