/** The temporary files of a mini-program: what a reader has chosen, and what it has downloaded. */
export class PhoneFiles {
  private readonly files = new Map<string, Buffer>()

  /** Answers the path by which the mini-program knows it. */
  add(content: Buffer | string): string {
    const path = `wxfile://tmp_${this.files.size + 1}`
    this.files.set(path, Buffer.from(content))
    return path
  }

  read(path: string): Buffer {
    const content = this.files.get(path)
    if (!content) throw { errMsg: "file doesn't exist" }
    return content
  }
}
