/** Who asks for a file: a server, which may do everything, or a phone with its reader, null for one who is nobody. */
export type Actor = 'server' | { openid: string | null }

/** A file's uploader is a reader, or null for a server. */
type Owned = { uploader: string | null }

/** Whose files a reader may read: a choice that is made for the whole environment, as in WeChat's console. */
export type FileReaders = 'everyone' | 'uploader'

/** Whoever is somebody may add a file; only a server and the uploader may replace or delete it. */
export function mayChange(actor: Actor, file: Owned | undefined): boolean {
  if (actor === 'server') return true
  return actor.openid !== null && (!file || file.uploader === actor.openid)
}

export function mayRead(actor: Actor, file: Owned, readers: FileReaders): boolean {
  return actor === 'server' || readers === 'everyone' || mayChange(actor, file)
}
