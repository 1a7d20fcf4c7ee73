import { type Fields, parseStored } from './ejson'

/** A document as it is stored, which is parsed only where its fields are needed. */
export class StoredDocument {
  readonly id: string
  readonly text: string
  #fields: Fields | undefined

  constructor(id: string, text: string) {
    this.id = id
    this.text = text
  }

  get fields(): Fields {
    this.#fields ??= parseStored(this.text)
    return this.#fields
  }
}
