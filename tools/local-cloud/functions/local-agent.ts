import { Agent, type ClientRequestArgs } from 'node:http'
import { createConnection, type NetConnectOpts } from 'node:net'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { ThreadSocket } from './thread-socket'

/** Connects requests to the local cloud through its own process, and all others through the network. */
export class LocalAgent extends Agent {
  readonly #authority: string
  readonly #connect: (port: MessagePort) => void

  constructor(url: string, connect: (port: MessagePort) => void) {
    super({ keepAlive: true })
    this.#authority = new URL(url).host
    this.#connect = connect
  }

  override createConnection(options: ClientRequestArgs): ThreadSocket | ReturnType<typeof createConnection> {
    if (`${options.host}:${options.port}` !== this.#authority)
      return createConnection(options as NetConnectOpts)
    const { port1, port2 } = new MessageChannel()
    this.#connect(port2)
    return new ThreadSocket(port1)
  }
}
