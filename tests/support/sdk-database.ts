import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { sdkFor } from './local-cloud'

type Fields = Record<string, unknown>

type Query = {
  where(condition: unknown): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  skip(count: number): Query
  limit(count: number): Query
  field(projection: Record<string, boolean>): Query
  get(): Promise<{ data: Fields[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

type Document = {
  field(projection: Record<string, boolean>): Document
  get(): Promise<{ data: Fields }>
  set(options: { data: Fields }): Promise<unknown>
  update(options: { data: Fields }): Promise<unknown>
  remove(): Promise<unknown>
}

type Condition = { and(other: unknown): Condition }
type Comparisons = Record<'gt' | 'gte' | 'lt' | 'lte' | 'eq' | 'in' | 'exists', (value: unknown) => Condition>
type Changes = Record<
  | 'inc'
  | 'mul'
  | 'max'
  | 'min'
  | 'push'
  | 'unshift'
  | 'pop'
  | 'shift'
  | 'pull'
  | 'pullAll'
  | 'addToSet'
  | 'rename'
  | 'remove'
  | 'set',
  (...values: unknown[]) => unknown
>

/** What the SDK's database really takes and answers; its own types still describe callbacks. */
export type SdkDatabase = {
  collection(
    name: string,
  ): Query & { doc(id: string): Document; add(options: { data: unknown }): Promise<{ _id: string }> }
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  command: Comparisons & Changes & { or(conditions: unknown[]): unknown }
  startTransaction(): Promise<unknown>
}

export function anSdkDatabase(cloud: LocalCloud): SdkDatabase {
  return sdkFor(cloud).database() as unknown as SdkDatabase
}
