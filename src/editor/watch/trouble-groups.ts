import type { CampaignOverview } from '#shared/alerts/campaign-endpoints'

type Trouble = CampaignOverview['troubles'][number]
export type TroubleGroup = Pick<Trouble, 'state' | 'reason' | 'code'> & { count: number }

/** What did not arrive, by why, the most frequent first. */
export function troubleGroups(troubles: readonly Trouble[]): TroubleGroup[] {
  const groups = new Map<string, TroubleGroup>()
  for (const { state, reason, code } of troubles) {
    const key = `${state} ${reason} ${code}`
    const { count } = groups.get(key) ?? { count: 0 }
    groups.set(key, { state, reason, code, count: count + 1 })
  }
  return [...groups.values()].sort((one, other) => other.count - one.count)
}
