import { type DrawnLine, recordedContext } from '../../src/drawing/recorded-context'

/** A canvas that draws nothing: its picture says what was written on it. */
export class PhoneCanvas {
  private readonly record = recordedContext()

  constructor(
    public width = 300,
    public height = 150,
    /** Not every WeChat makes a file of one that is on no page. */
    readonly isOffscreen = false,
  ) {}

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
    return `data:image/png;base64,${this.picture(this.width, this.height).toString('base64')}`
  }

  picture(width: number, height: number): Buffer {
    const { lines, pictures } = this.record
    const drawn: DrawnPicture = { width, height, lines, codes: pictures.length }
    return Buffer.from(JSON.stringify(drawn))
  }
}

export type DrawnPicture = { width: number; height: number; lines: DrawnLine[]; codes: number }

/** What stands on a picture of such a canvas, and in which colours. */
export function readPicture(picture: Buffer): DrawnPicture & { text: string } {
  const drawn: DrawnPicture = JSON.parse(picture.toString())
  return { ...drawn, text: drawn.lines.map(({ text }) => text).join('\n') }
}
