import type { Target } from '#shared/codes/target'

/** What a printed code means, as it is kept: its id is its token. */
export type StoredCode = {
  id: string
  /** Of a withdrawn one: where it led. */
  target: Target
  /** null: the code of an issue's posters. */
  channel: string | null
  state: 'active' | 'withdrawn'
  /** ms since 1970. */
  createdAt: number
  /** Counts its changes, from 1. */
  revision: number
  /** Its picture in the storage, which stays as it was printed. */
  fileId: string
}
