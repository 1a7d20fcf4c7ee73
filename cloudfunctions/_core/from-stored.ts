/** A document as we speak of it: what the database calls `_id` is its id. */
export function fromStored<T extends { id: string }>({ _id, ...fields }: Record<string, unknown>): T {
  return { id: _id, ...fields } as T
}
