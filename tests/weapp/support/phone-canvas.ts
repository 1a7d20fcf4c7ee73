import { type DrawnLine, recordedContext } from '../../src/drawing/recorded-context'

/** A canvas that draws nothing: its picture says what was written on it. */
export class PhoneCanvas {
  width = 300
  height = 150
  private readonly record = recordedContext()

  getContext(kind: string): object {
    if (kind !== '2d') throw new Error(`The test phone has no canvas of the kind ${kind}.`)
    return this.record.context
  }

  createImage(): object {
    let source = ''
    const image = {
      onload: () => {},
      onerror: () => {},
      get src() {
        return source
      },
      set src(value: string) {
        source = value
        Promise.resolve().then(() =>
          /^data:image\/png;base64,./u.test(value) ? image.onload() : image.onerror(),
        )
      },
    }
    return image
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.picture.toString('base64')}`
  }

  get picture(): Buffer {
    const { lines, pictures } = this.record
    const drawn: DrawnPicture = { width: this.width, height: this.height, lines, codes: pictures.length }
    return Buffer.from(JSON.stringify(drawn))
  }
}

export type DrawnPicture = { width: number; height: number; lines: DrawnLine[]; codes: number }

/** What stands on a picture of such a canvas, and in which colours. */
export function readPicture(picture: Buffer): DrawnPicture & { text: string } {
  const drawn: DrawnPicture = JSON.parse(picture.toString())
  return { ...drawn, text: drawn.lines.map(({ text }) => text).join('\n') }
}
