/** The files of a mini-program: what a reader has chosen, what it has downloaded, and what it wrote itself. */
export class PhoneFiles {
  private readonly files = new Map<string, Buffer>()
  /** What the reader does when WeChat shows the files of a chat; WeChat cannot show them where it is `denied`. */
  choice: { name: string; content: Buffer | string } | 'cancelled' | 'denied' = 'cancelled'
  /**
   * What was put into the phone's album. `denied`: the reader does not allow it; `undeclared`: the privacy guide does
   * not name it; `full`: there is no room.
   */
  album: Buffer[] | 'denied' | 'undeclared' | 'full' = []
  /** Whether there is room for what the mini-program writes. */
  hasRoom = true

  /** Answers the path by which the mini-program knows it. */
  add(content: Buffer | string): string {
    const path = `wxfile://tmp_${this.files.size + 1}`
    this.files.set(path, Buffer.from(content))
    return path
  }

  /** WeChat's list of the files in a chat: only those of the wanted kinds can be chosen. */
  async choose(extensions?: readonly string[]): Promise<{ tempFiles: object[] }> {
    if (this.choice === 'cancelled') throw { errMsg: 'cancel' }
    if (this.choice === 'denied')
      throw { errno: 112, errMsg: 'api scope is not declared in the privacy agreement' }
    const { name, content } = this.choice
    if (extensions && !extensions.some((extension) => name.endsWith(`.${extension}`)))
      throw { errMsg: 'cancel' }
    const path = this.add(content)
    return { tempFiles: [{ name, size: this.read(path).length, path, type: 'file', time: 1_767_225_600 }] }
  }

  write(path: string, content: Buffer): void {
    if (!this.hasRoom)
      throw { errMsg: 'writeFileSync:fail the maximum size of the file storage limit is exceeded' }
    this.files.set(path, content)
  }

  remove(path: string): void {
    this.read(path)
    this.files.delete(path)
  }

  keepInAlbum(path: string): void {
    if (this.album === 'denied') throw { errMsg: 'auth deny' }
    if (this.album === 'undeclared')
      throw { errno: 112, errMsg: 'api scope is not declared in the privacy agreement' }
    if (this.album === 'full') throw { errMsg: 'file not saved' }
    this.album.push(this.read(path))
  }

  /** Whatever is there at this moment. */
  get paths(): string[] {
    return [...this.files.keys()]
  }

  read(path: string): Buffer {
    const content = this.files.get(path)
    if (!content) throw { errMsg: "file doesn't exist" }
    return content
  }
}
