import type { InferOutput } from 'valibot'
import { type Channel, ChannelSchema, type countRead } from '#shared/issues/endpoints'
import { type ReadingMode, ReadingModeSchema } from '#shared/newsletter/reading'
import { isDuplicateKey } from '../is-duplicate-key'
import { database } from '../wx'

/** Documents an issue: many phones count at once, and each write holds its document for a moment. */
const SHARDS = 10

const { command } = database
const reads = () => database.collection('reads')

/** Counts one reading in one of the issue's documents. Who reads stands nowhere. */
export async function addRead({
  id,
  mode,
  channel,
}: InferOutput<(typeof countRead)['input']>): Promise<void> {
  const document = `${id}:${Math.floor(Math.random() * SHARDS)}`
  const increase = () =>
    reads()
      .where({ _id: document })
      .update({ data: { [`modes.${mode}`]: command.inc(1), [`channels.${channel}`]: command.inc(1) } })
  if ((await increase()).stats.updated > 0) return
  try {
    await reads().add({
      data: { _id: document, issueId: id, modes: { [mode]: 1 }, channels: { [channel]: 1 } },
    })
  } catch (thrown) {
    if (!isDuplicateKey(thrown)) throw thrown
    await increase()
  }
}

type Counts = { modes: Record<ReadingMode, number>; channels: Record<Channel, number> }

/** How often an issue was read, by language and by where the readers came from. */
export async function countReads(issueId: string): Promise<Counts> {
  const { data } = await reads().where({ issueId }).limit(SHARDS).get()
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
