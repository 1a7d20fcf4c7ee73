import { type Iterator, Lazy } from 'mingo/lazy'
import type { AnyObject, Options } from 'mingo/types'
import { readOrder } from '../read-order'
import { sortDocuments } from '../sort-documents'

type Stage = (documents: Iterator, expression: AnyObject, options: Options) => Iterator

const sort: Stage = (documents, order) =>
  documents.transform((list) => {
    const held = (list as AnyObject[]).map((fields) => ({ fields }))
    return Lazy(sortDocuments(held, readOrder(order)).map(({ fields }) => fields))
  })

/** MongoDB's order, which mingo's is not for texts and arrays. */
export const stageOperators = { $sort: sort }
