import type { InferOutput } from 'valibot'
import { type Channel, ChannelSchema, type countRead } from '#shared/issues/endpoints'
import { type ReadingMode, ReadingModeSchema } from '#shared/newsletter/reading'
import { database } from '../wx'
import { addOne, SHARDS } from './sharded-count'

/** Counts one reading of an issue. Who reads stands nowhere. */
export function addRead({ id, mode, channel }: InferOutput<(typeof countRead)['input']>): Promise<void> {
  return addOne('reads', { issueId: id }, [`modes.${mode}`, `channels.${channel}`])
}

type Counts = { modes: Record<ReadingMode, number>; channels: Record<Channel, number> }

/** How often an issue was read, by language and by where the readers came from. */
export async function countReads(issueId: string): Promise<Counts> {
  const { data } = await database.collection('reads').where({ issueId }).limit(SHARDS).get()
  const documents = data as { modes?: Partial<Counts['modes']>; channels?: Partial<Counts['channels']> }[]
  return {
    modes: sums(
      ReadingModeSchema.options,
      documents.map(({ modes = {} }) => modes),
    ),
    channels: sums(
      ChannelSchema.options,
      documents.map(({ channels = {} }) => channels),
    ),
  }
}

function sums<K extends string>(
  names: readonly K[],
  counts: readonly Partial<Record<K, number>>[],
): Record<K, number> {
  const total = (name: K) => counts.reduce((sum, each) => sum + (each[name] ?? 0), 0)
  return Object.fromEntries(names.map((name) => [name, total(name)])) as Record<K, number>
}
