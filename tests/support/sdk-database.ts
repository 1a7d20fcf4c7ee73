import type cloud from 'wx-server-sdk'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { sdkFor } from './local-cloud'

type Fields = Record<string, unknown>

export type SdkQuery = {
  where(condition: unknown): SdkQuery
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery
  skip(count: number): SdkQuery
  limit(count: number): SdkQuery
  field(projection: Fields): SdkQuery
  get(): Promise<{ data: Fields[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

type Document = {
  field(projection: Fields): Document
  get(): Promise<{ data: Fields }>
  set(options: { data: Fields }): Promise<unknown>
  update(options: { data: Fields }): Promise<unknown>
  remove(): Promise<unknown>
}

export type SdkCollection = SdkQuery & {
  doc(id: string): Document
  add(options: { data: unknown }): Promise<{ _id: string }>
  aggregate(): SdkAggregate
}

/** The stages that this SDK can send. */
type Stage =
  | 'addFields'
  | 'bucket'
  | 'bucketAuto'
  | 'count'
  | 'geoNear'
  | 'group'
  | 'limit'
  | 'lookup'
  | 'match'
  | 'project'
  | 'replaceRoot'
  | 'sample'
  | 'skip'
  | 'sort'
  | 'sortByCount'
  | 'unwind'

export type SdkAggregate = { [stage in Stage]: (value: unknown) => SdkAggregate } & {
  end(): Promise<{ list: Fields[] }>
}

type Pipeline = { [stage in Stage]: (value: unknown) => Pipeline } & { done(): unknown }

/** What a condition answers: the SDK joins it with another. */
type Command = Record<'and' | 'or' | Comparison | Geo, (...others: unknown[]) => Command>
type Geo = 'geoNear' | 'geoWithin' | 'geoIntersects'
type Comparison = 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'nin'
type Test = 'exists' | 'mod' | 'all' | 'elemMatch' | 'size' | Geo
type Logic = 'and' | 'or' | 'nor' | 'not' | 'expr' | 'jsonSchema' | 'text'
type Change =
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'max'
  | 'min'
  | 'rename'
  | 'bit'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'addToSet'
  | 'pull'
  | 'pullAll'

export type SdkCommand = Record<Comparison | Test | Logic | Change, (...values: unknown[]) => Command> & {
  aggregate: Expressions
  project: Record<'slice' | 'elemMatch', (value: unknown) => unknown>
}

type Declared = ReturnType<(typeof cloud)['database']>['command']['aggregate']
export type Expressions = { pipeline(): Pipeline } & Record<keyof Declared, (value: unknown) => unknown>

type Shape = 'Point' | 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon'

/** What the SDK's database really takes and answers; its own types still describe callbacks. */
export type SdkDatabase = {
  collection(name: string): SdkCollection
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options?: string }): unknown
  Geo: Record<Shape, new (...parts: unknown[]) => unknown>
  command: SdkCommand
  startTransaction(): Promise<SdkTransaction>
  runTransaction<T>(work: (transaction: SdkTransaction) => Promise<T>, retries?: number): Promise<T>
}

export type SdkTransaction = {
  collection(name: string): SdkCollection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

export function anSdkDatabase(cloud: LocalCloud): SdkDatabase {
  return sdkFor(cloud).database() as unknown as SdkDatabase
}
