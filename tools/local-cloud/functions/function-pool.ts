import { CloudError } from '../cloud-error'
import { FunctionInstance, type InstanceOptions } from './function-instance'
import type { Invocation } from './worker-message'

export type PoolOptions = {
  instance: InstanceOptions
  /** How many instances there may be at once. */
  ceiling: number
  /** How many calls there may be at once, those that wait included. */
  concurrency: number
  /** Names the build as it is now: an instance of an earlier one takes no more calls. */
  build: () => string
}

type Waiting = { resolve: (instance: FunctionInstance) => void; reject: (reason: CloudError) => void }

/** The instances of one function: as many as there are calls at once, up to a ceiling; further calls wait. */
export class FunctionPool {
  readonly #options: PoolOptions
  /** Each with the build that it has loaded. */
  readonly #instances = new Map<FunctionInstance, string>()
  /** Those that serve no call; the one that was used last, the warmest, is last. */
  readonly #idle: FunctionInstance[] = []
  readonly #queue: Waiting[] = []
  #calls = 0
  #isClosed = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /** `begins` is told which instance serves the call, when one does. */
  async invoke(invocation: Invocation, begins: (instance: string) => void): Promise<string> {
    if (this.#calls >= this.#options.concurrency)
      throw new CloudError(
        'EXCEED_CONCURRENT_REQUEST_LIMIT',
        `The function has ${this.#calls} calls already, which is its limit.`,
      )
    this.#calls += 1
    try {
      const instance = this.#take() ?? (await this.#wait())
      begins(instance.id)
      return await instance.invoke(invocation)
    } finally {
      this.#calls -= 1
    }
  }

  instance(id: string): FunctionInstance | undefined {
    return [...this.#instances.keys()].find((instance) => instance.id === id)
  }

  /** The cloud's clock was moved. */
  tellTime(): void {
    for (const instance of this.#instances.keys()) instance.tellTime()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const { reject } of this.#queue.splice(0)) reject(closing())
    await Promise.all([...this.#instances.keys()].map((instance) => instance.end(closing())))
  }

  #take(): FunctionInstance | undefined {
    if (this.#isClosed) throw closing()
    for (const instance of this.#idle.filter((each) => !this.#isCurrent(each))) this.#retire(instance)
    return this.#idle.pop() ?? (this.#instances.size < this.#options.ceiling ? this.#create() : undefined)
  }

  #create(): FunctionInstance {
    const instance: FunctionInstance = new FunctionInstance(this.#options.instance, {
      onFree: () => this.#giveBack(instance),
      onEnd: () => this.#drop(instance),
    })
    this.#instances.set(instance, this.#options.build())
    return instance
  }

  #wait(): Promise<FunctionInstance> {
    return new Promise((resolve, reject) => this.#queue.push({ resolve, reject }))
  }

  #giveBack(instance: FunctionInstance): void {
    if (!this.#isCurrent(instance)) this.#retire(instance)
    else if (this.#queue.length > 0) this.#queue.shift()?.resolve(instance)
    else this.#idle.push(instance)
  }

  #isCurrent(instance: FunctionInstance): boolean {
    return this.#instances.get(instance) === this.#options.build()
  }

  #retire(instance: FunctionInstance): void {
    void instance.end(new CloudError('SYS_ERR', 'The function has been built anew.'))
  }

  /** One that ended makes room for another. */
  #drop(instance: FunctionInstance): void {
    this.#instances.delete(instance)
    const at = this.#idle.indexOf(instance)
    if (at !== -1) this.#idle.splice(at, 1)
    if (this.#isClosed) return
    this.#queue.shift()?.resolve(this.#create())
  }
}

function closing(): CloudError {
  return new CloudError('SYS_ERR', 'The local cloud is closing.')
}
