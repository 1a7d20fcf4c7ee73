/** What is drawn on: of a canvas's context, on a phone or in a browser, no more than this. */
export type Context = {
  font: string
  fillStyle: string
  measureText(text: string): { width: number }
  fillText(text: string, x: number, y: number, most: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  drawImage(picture: unknown, x: number, y: number, width: number, height: number): void
  scale(x: number, y: number): void
  save(): void
  restore(): void
  beginPath(): void
  rect(x: number, y: number, width: number, height: number): void
  clip(): void
}

export type Box = { x: number; y: number; width: number; height: number }

/** A canvas of a phone or of a browser. */
export type DrawnCanvas = {
  width: number
  height: number
  getContext(kind: '2d'): unknown
  toDataURL(type: string): string
}
