/** The first argument of a program that is to read one document. */
export const READING = 'read-one-document'

/** What the process that reads a document is told as its last argument, in JSON. */
export type ReadingLimits = {
  /** How many bytes come. */
  bytes: number
  /** MB of all its memory. */
  memory: number
  /** ms from its beginning. */
  time: number
  /** The id of the process that waits for it: when that one is no more it may be too late to ask for it. */
  parent: number
}

/** The number of the pipe by which the result comes: standard output is for whatever libraries print. */
export const RESULT_PIPE = 3
