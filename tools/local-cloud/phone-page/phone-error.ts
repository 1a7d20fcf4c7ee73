/** Why an API of a phone failed; the name of the API is added where the page is told. */
export class PhoneError extends Error {
  readonly errCode: number | undefined

  constructor(message: string, errCode?: number) {
    super(message)
    this.name = 'PhoneError'
    this.errCode = errCode
  }
}
