import { type Iterator, Lazy } from 'mingo/lazy'
import type { AnyObject } from 'mingo/types'
import { readOrder } from '../read-order'
import { sortDocuments } from '../sort-documents'

export function sort(documents: Iterator, order: AnyObject): Iterator {
  return documents.transform((list) => {
    const held = (list as AnyObject[]).map((fields) => ({ fields }))
    return Lazy(sortDocuments(held, readOrder(order)).map(({ fields }) => fields))
  })
}
