import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import type { DrawnCanvas } from '../drawing/context'
import { type PosterDrawing, type PosterPlace, paintPoster } from './paint-poster'

export type Props = {
  drawing: PosterDrawing
  /** As high as the poster last was. */
  height: number
  onDrawn: (canvas: DrawnCanvas, height: number) => void
  onFailed: () => void
}

type PhoneCanvas = DrawnCanvas & { createImage(): PosterPlace['picture'] }

const ID = 'poster'

/** The poster as it is saved. */
export function PosterCanvas({ drawing, height, onDrawn, onFailed }: Props) {
  useEffect(() => {
    let left = false
    findPlace()
      .then((place) => paintPoster(place, drawing, () => left))
      .then((drawn) => drawn && onDrawn(drawn.canvas, drawn.height))
      .catch(onFailed)
    return () => {
      left = true
    }
  }, [drawing, onDrawn, onFailed])
  return <Canvas id={ID} type="2d" className="poster__canvas" style={{ height: `${height}px` }} />
}

/** The canvas, once the phone has put it on the page. */
function findPlace(): Promise<PosterPlace> {
  return new Promise((resolve, reject) => {
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${ID}`)
        .fields({ node: true, size: true }, (found) => {
          const { node: canvas, width } = (found ?? {}) as { node?: PhoneCanvas; width?: number }
          if (!canvas || !width) return reject(new Error('There is no canvas to draw on.'))
          const { pixelRatio } = Taro.getWindowInfo()
          resolve({ canvas, picture: canvas.createImage(), width, pixelRatio })
        })
        .exec()
    })
  })
}
