import type { AlertPorts } from '#core/alerts/alert-ports'
import type { Campaign } from '#core/alerts/campaign'
import { OpenCampaigns } from '#core/alerts/open-campaigns'
import { aCampaign } from '../../../support/alerts-cloud'

it('knows that everyone has a row, also where an answer of before comes late', async () => {
  const campaign = aCampaign('1', 'weekly', 0)
  const answers: ((campaigns: Campaign[]) => void)[] = []
  const open = () => new Promise<Campaign[]>((resolve) => answers.push(resolve))
  const clock = { now: () => 0, sleep: async () => {} }
  const settings = { window: 96, concurrency: 24, quietHours: null, events: false }
  const campaigns = new OpenCampaigns(
    { store: { campaigns: { open } }, clock, settings } as unknown as AlertPorts,
    1,
  )

  const first = campaigns.look()
  answers.shift()?.([campaign])
  await first
  const second = campaigns.look()
  campaigns.noteFrozen(campaign.id)
  answers.shift()?.([campaign])
  await second
  expect(campaigns.mayBeSent(campaign.id, 0)).toBe(true)
})
