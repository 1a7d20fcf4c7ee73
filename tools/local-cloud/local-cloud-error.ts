export type LocalCloudErrorCode =
  | 'PORT_IN_USE' // another program listens there
  | 'FOREIGN_DATA' // the data folder is not the local cloud's, or is damaged
  | 'DUPLICATE_KEY' // a new unique index meets data that breaks it
  | 'NO_BUILD' // a function that is configured has not been built

/** Why the local cloud cannot start: one sentence for whoever started it. */
export class LocalCloudError extends Error {
  readonly code: LocalCloudErrorCode

  constructor(code: LocalCloudErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.name = 'LocalCloudError'
    this.code = code
  }
}
