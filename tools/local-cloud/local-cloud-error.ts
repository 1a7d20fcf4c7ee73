export type LocalCloudErrorCode =
  | 'NO_PORT' // what was given is not a port's number
  | 'PORT_IN_USE' // another program listens there
  | 'FOREIGN_DATA' // the data folder is not the local cloud's, or is damaged
  | 'DUPLICATE_KEY' // a new unique index meets data that breaks it

/** Why the local cloud cannot start: one sentence for whoever started it. */
export class LocalCloudError extends Error {
  readonly code: LocalCloudErrorCode

  constructor(code: LocalCloudErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.name = 'LocalCloudError'
    this.code = code
  }
}
