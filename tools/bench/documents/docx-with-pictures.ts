import { strToU8, unzipSync, zipSync } from 'fflate'
import { noisePictures } from './noise-pictures'

const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

/** A Word document with pictures behind its text, so many that it has almost so many bytes. */
export function docxWithPictures(docx: Uint8Array, bytes: number): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(docx)
  const pictures = noisePictures(bytes - docx.length - 100_000)
  const addBefore = (end: string, path: string, added: string | string[]): void => {
    const text = Buffer.from(parts[path] ?? []).toString()
    parts[path] = strToU8(text.replace(end, `${[added].flat().join('')}${end}`))
  }
  addBefore('</Types>', '[Content_Types].xml', '<Default Extension="bmp" ContentType="image/bmp"/>')
  addBefore(
    '</Relationships>',
    'word/_rels/document.xml.rels',
    pictures.map((_, index) => `<Relationship Id="p${index}" Type="${IMAGE}" Target="media/${index}.bmp"/>`),
  )
  addBefore(
    '<w:sectPr/>',
    'word/document.xml',
    pictures.map((_, index) => `<w:p><w:r>${drawing(`p${index}`)}</w:r></w:p>`),
  )
  for (const [index, picture] of pictures.entries()) parts[`word/media/${index}.bmp`] = picture
  return zipSync(parts, { level: 1 })
}

function drawing(picture: string): string {
  const fill = `<pic:pic><pic:blipFill><a:blip r:embed="${picture}"/></pic:blipFill></pic:pic>`
  return `<w:drawing><wp:inline><a:graphic><a:graphicData>${fill}</a:graphicData></a:graphic></wp:inline></w:drawing>`
}
