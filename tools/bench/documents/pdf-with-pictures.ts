import { deflateSync } from 'node:zlib'
import { noisePictures, SIZE } from './noise-pictures'

const PAGE = /(?<=\n)(\d+) 0 obj\n(<< \/Type \/Page \/.*)/gu

/** A PDF document with a picture on each of its first pages, added as editors save it: at its end. So many that it has almost so many bytes. */
export function pdfWithPictures(pdf: Uint8Array, bytes: number): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const [, first = '', table = ''] = /\/Size (\d+)[\s\S]*startxref\n(\d+)/u.exec(text) ?? []
  const pages = [...text.matchAll(PAGE)]
  const parts: Buffer[] = [Buffer.from(pdf)]
  const entries: string[] = []
  let length = pdf.length
  const add = (number: number, ...pieces: (string | Buffer)[]): void => {
    entries.push(`${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`)
    const part = Buffer.concat([`${number} 0 obj\n`, ...pieces, '\nendobj\n'].map(latin1))
    parts.push(part)
    length += part.length
  }
  const pictures = noisePictures(bytes - pdf.length - 100_000)
  for (const [index, picture] of pictures.entries()) {
    const image = Number(first) + index
    const [, page, dictionary = ''] = pages[index] ?? []
    const data = deflateSync(picture, { level: 1 })
    add(image, imageDictionary(data.length), '\nstream\n', data, '\nendstream')
    add(
      Number(page),
      dictionary.replace('/Resources <<', `/Resources << /XObject << /picture ${image} 0 R >>`),
    )
  }
  const size = Number(first) + pictures.length
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Prev ${table} >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, latin1(`xref\n${entries.join('')}${trailer}`)])
}

function imageDictionary(length: number): string {
  return `<< /Type /XObject /Subtype /Image /Width ${SIZE.width} /Height ${SIZE.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /Length ${length} >>`
}

function latin1(piece: string | Buffer): Buffer {
  return typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
}
