import { CloudError } from '../cloud-error'
import type { Fields } from './ejson'
import type { Order } from './plan-way'

/** Fields in the order of their importance, each up or down. */
export function readOrder(order: Fields): Order {
  return Object.entries(order).map(([field, direction]) => {
    if (direction === 1 || direction === -1) return [field, direction] as const
    throw new CloudError('INVALID_PARAM', `The order of ${field.slice(0, 100)} is neither 1 nor -1.`)
  })
}
