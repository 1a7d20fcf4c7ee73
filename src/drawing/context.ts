/** What is drawn on: of a canvas, on a phone or in a browser, no more than this. */
export type Context = Pick<
  CanvasRenderingContext2D,
  | 'font'
  | 'fillStyle'
  | 'fillText'
  | 'measureText'
  | 'fillRect'
  | 'scale'
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'rect'
  | 'clip'
>

export type Box = { x: number; y: number; width: number; height: number }
