import { CloudError } from '../cloud-error'
import { FunctionInstance, type InstanceOptions } from './function-instance'
import type { Invocation } from './worker-message'

/** The instances of one function: as many as there are calls at once, up to a ceiling; further calls wait. */
export class FunctionPool {
  readonly #options: InstanceOptions
  readonly #ceiling: number
  readonly #instances = new Set<FunctionInstance>()
  readonly #idle: FunctionInstance[] = []
  readonly #queue: { resolve: (instance: FunctionInstance) => void; reject: (reason: CloudError) => void }[] =
    []
  #isClosed = false

  constructor(options: InstanceOptions, ceiling: number) {
    this.#options = options
    this.#ceiling = ceiling
  }

  async invoke(invocation: Invocation): Promise<string> {
    const instance = this.#take() ?? (await this.#wait())
    try {
      return await instance.invoke(invocation)
    } finally {
      this.#giveBack(instance)
    }
  }

  instance(id: string): FunctionInstance | undefined {
    return [...this.#instances].find((instance) => instance.id === id)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const { reject } of this.#queue.splice(0))
      reject(new CloudError('SYS_ERR', 'The local cloud is closing.'))
    await Promise.all([...this.#instances].map((instance) => instance.close()))
  }

  /** The instance that was used last is the warmest. */
  #take(): FunctionInstance | undefined {
    if (this.#isClosed) throw new CloudError('SYS_ERR', 'The local cloud is closing.')
    return this.#idle.pop() ?? (this.#instances.size < this.#ceiling ? this.#create() : undefined)
  }

  #create(): FunctionInstance {
    const instance = new FunctionInstance(this.#options, () => this.#drop(instance))
    this.#instances.add(instance)
    return instance
  }

  #wait(): Promise<FunctionInstance> {
    return new Promise((resolve, reject) => this.#queue.push({ resolve, reject }))
  }

  #giveBack(instance: FunctionInstance): void {
    if (!this.#instances.has(instance)) return
    const next = this.#queue.shift()
    if (next) next.resolve(instance)
    else this.#idle.push(instance)
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
