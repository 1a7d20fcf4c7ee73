import { Duplex } from 'node:stream'
import type { MessagePort } from 'node:worker_threads'

type Done = (error?: Error | null) => void

/**
 * One end of a connection between two threads, which HTTP takes for a socket. A function's small reads go this way
 * because a round trip through the kernel costs more than all that is done for them on both sides.
 */
export class ThreadSocket extends Duplex {
  /** As on a socket: the first thing that the SDK's time limits ask for. */
  connecting = true
  timeout = 0
  readonly #port: MessagePort
  #timer: NodeJS.Timeout | undefined

  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('message', (chunk: Uint8Array | null) => {
      this.#timer?.refresh()
      this.push(chunk)
    })
    port.on('close', () => this.destroy())
    setImmediate(() => {
      this.connecting = false
      this.emit('connect')
    })
  }

  override _read(): void {
    // The other thread sends when it has something; HTTP reads as fast as it comes.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#timer?.refresh()
    this.#port.postMessage(chunk)
    done()
  }

  /** A request's head and body are one message, so they wake the other thread once. */
  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'binary', done)
  }

  override _final(done: Done): void {
    this.#port.postMessage(null)
    done()
  }

  override _destroy(error: Error | null, done: Done): void {
    clearTimeout(this.#timer)
    this.#port.close()
    done(error)
  }

  setTimeout(milliseconds: number, listener?: () => void): this {
    clearTimeout(this.#timer)
    this.timeout = milliseconds
    this.#timer = milliseconds > 0 ? setTimeout(() => this.emit('timeout'), milliseconds).unref() : undefined
    if (listener) {
      if (milliseconds > 0) this.once('timeout', listener)
      else this.off('timeout', listener)
    }
    return this
  }

  setKeepAlive(): this {
    return this
  }

  setNoDelay(): this {
    return this
  }

  ref(): this {
    this.#port.ref()
    return this
  }

  unref(): this {
    this.#port.unref()
    return this
  }
}
