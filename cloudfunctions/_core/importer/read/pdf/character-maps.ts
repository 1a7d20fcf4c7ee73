/**
 * What pdf.js asks for while it reads: the character maps that a Chinese font may name instead of bringing its own.
 * Without them its text is lost. Of fonts and drawing code there is nothing to give: nothing is drawn.
 */
export class CharacterMaps {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const maps: Record<string, string> = (await import('./character-maps.json')).default
    const map = maps[filename]
    if (map === undefined) throw new Error(`${filename} is not among the files for Chinese text.`)
    return new Uint8Array(Buffer.from(map, 'base64'))
  }
}
