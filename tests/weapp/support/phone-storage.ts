const MEGABYTE = 1024 * 1024
const LIMITS = { entry: MEGABYTE, total: 10 * MEGABYTE }

/** What a mini-program keeps on the phone, with WeChat's limits. It outlives a restart. */
export class PhoneStorage {
  private readonly entries = new Map<string, string>()

  get(key: string): unknown {
    const json = this.entries.get(key)
    return json === undefined ? '' : JSON.parse(json)
  }

  set(key: string, value: unknown): void {
    const json = JSON.stringify(value)
    const others = [...this.entries].reduce(
      (sum, [name, kept]) => (name === key ? sum : sum + sizeOf(kept)),
      0,
    )
    if (sizeOf(json) > LIMITS.entry || others + sizeOf(json) > LIMITS.total)
      throw new Error('setStorage:fail exceed max storage size')
    this.entries.set(key, json)
  }

  remove(key: string): void {
    this.entries.delete(key)
  }

  get keys(): string[] {
    return [...this.entries.keys()]
  }
}

function sizeOf(json: string): number {
  return Buffer.byteLength(json)
}
