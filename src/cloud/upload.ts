export type FileToUpload = {
  /** Where it will be in the cloud. */
  cloudPath: string
  /** Where it is on the phone, as whoever let the reader choose it says; in the browser, its `blob:` address. */
  file: string
}

/** Carries a file to the cloud and answers with its id; rejects when it could not. */
export type Upload = (file: FileToUpload) => Promise<string>
