import { useEffect, useRef } from 'react'
import type { DrawnCanvas } from '../drawing/context'
import { paintPoster } from './paint-poster'
import type { Props } from './poster-canvas'

/** In a browser, whose own canvas keeps what is drawn on it; Taro's is cleared whenever its size is set. */
export function PosterCanvas({ drawing, height, onDrawn, onFailed }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let left = false
    const node = canvas.current as unknown as DrawnCanvas & { clientWidth: number }
    const place = {
      canvas: node,
      picture: window.document.createElement('img'),
      width: node.clientWidth,
      pixelRatio: window.devicePixelRatio,
    }
    paintPoster(place, drawing, () => left)
      .then((drawn) => drawn && onDrawn(drawn.canvas, drawn.height))
      .catch(onFailed)
    return () => {
      left = true
    }
  }, [drawing, onDrawn, onFailed])
  return <canvas ref={canvas} className="poster__canvas" style={{ height: `${height}px` }} />
}
