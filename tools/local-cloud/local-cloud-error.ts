export type LocalCloudErrorCode =
  | 'NO_PORT' // what was given is not a port's number, or cannot be listened on
  | 'NO_SETTING' // a variable of the environment has no value that can be used
  | 'FOREIGN_DATA' // the data folder is not the local cloud's, or cannot be used
  | 'DAMAGED_DATA' // what the data folder holds does not fit together, or has another version's form
  | 'DATA_IN_USE' // another local cloud works on the data folder
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
