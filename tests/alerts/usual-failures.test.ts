import type { CampaignState } from '#core/alerts/campaign'
import { TEMPLATE } from '../support/alert-settings'
import { type AlertsCloud, startAlertsCloud } from '../support/alerts-cloud'

const WEEKLY = 'weekly'

let alerts: AlertsCloud

beforeAll(async () => {
  alerts = await startAlertsCloud()
  // What events say of messages is another matter.
  alerts.cloud.wechat.settings.change({ sentEvents: [{ when: 'never' }] })
}, 60_000)

afterAll(() => alerts.close())

afterEach(async () => {
  await alerts.cloud.faults.clear()
  await alerts.clear()
})

let issues = 0

/** A campaign to readers who have not been told of anything. */
async function aCampaignTo(count: number, credits: number, state: CampaignState = 'sending') {
  issues += 1
  const issue = `issue-${issues}`
  const openids = Array.from({ length: count }, (_, number) => `oReader-${issue}-${number}`)
  await alerts.addReaders(openids, [WEEKLY], credits)
  const { id } = await alerts.openCampaign(issue, WEEKLY, { state })
  return {
    id,
    openids,
    inboxes: () => openids.map((openid) => alerts.cloud.wechat.phone(openid).inbox.length),
  }
}

const ones = (count: number) => Array.from({ length: count }, () => 1)

async function credits(openid: string): Promise<number | undefined> {
  const readers = await alerts.all<{ openid: string; templates: Record<string, { credits: number }> }>(
    'readers',
  )
  return readers.find((reader) => reader.openid === openid)?.templates[TEMPLATE]?.credits
}

describe('what the usual mini-program gets wrong', () => {
  it('sends one message where two campaigns want the same credit at once', async () => {
    const { openids, inboxes } = await aCampaignTo(1, 1)
    await alerts.openCampaign('other', WEEKLY)
    await Promise.all(alerts.cloud.timers.fire('alerts', { twice: true }).map(({ rest }) => rest))
    await alerts.sendAll()

    expect(inboxes()).toEqual([1])
    expect(await credits(openids[0] ?? '')).toBe(0)
  })

  it('sends after a pause what met a passing error', async () => {
    const { inboxes } = await aCampaignTo(1, 1)
    const fault = { kind: 'refuse', errcode: -1 } as const
    alerts.cloud.faults.add({ action: 'subscribeMessage.send', on: { call: 1 }, fault })
    await alerts.sendAll()

    expect(alerts.cloud.faults.met()).toHaveLength(1)
    expect(inboxes()).toEqual([1])
  })

  it('reaches all of 500 readers though one send in ten meets a passing error', async () => {
    const { id, inboxes } = await aCampaignTo(500, 1)
    const fault = { kind: 'refuse', errcode: -1 } as const
    alerts.cloud.faults.add({ action: 'subscribeMessage.send', on: { chance: 0.1, seed: 7 }, fault })
    await alerts.sendAll()

    expect(alerts.cloud.faults.met().length).toBeGreaterThan(20)
    expect(inboxes()).toEqual(ones(500))
    expect((await alerts.pages(id))[0]?.counts).toMatchObject({ accepted: 500, failed: 0, unknown: 0 })
  }, 60_000)

  it('sends one message to a reader with seven consents, and leaves six', async () => {
    const { openids, inboxes } = await aCampaignTo(1, 7)
    await alerts.sendAll()

    expect(inboxes()).toEqual([1])
    expect(await credits(openids[0] ?? '')).toBe(6)
  })

  it('sends 100 messages to 100 readers though two runs overlap', async () => {
    const { inboxes } = await aCampaignTo(100, 2)
    await Promise.all(alerts.cloud.timers.fire('alerts', { twice: true }).map(({ rest }) => rest))
    await alerts.sendAll()

    expect(inboxes()).toEqual(ones(100))
  })
})

describe('a run of the timer', () => {
  it('sends at once, however much there is to tidy up', async () => {
    // What is left of who was deleted goes once everyone has a row.
    const { id, inboxes } = await aCampaignTo(1, 1, 'paused')
    await alerts.cloud.timers.fire('alerts')[0]?.rest
    const campaigns = alerts.database.collection('campaigns')
    await campaigns.where({ _id: id }).update({ data: { state: 'sending' } })
    const erasedAt = alerts.cloud.clock.now() - 3_600_000
    await alerts.database.collection('readers').add({ data: { openid: 'erased:x', erasedAt } })
    alerts.cloud.faults.add({ action: 'database.removeDocument', fault: { kind: 'hold' } })
    const send = { action: 'subscribeMessage.send', fault: { kind: 'delay', ms: 0, when: 'after' } } as const
    const sent = alerts.cloud.faults.add(send)
    const [run] = alerts.cloud.timers.fire('alerts')
    await alerts.cloud.faults.whenMet(sent)

    expect(inboxes()).toEqual([1])
    await alerts.cloud.faults.clear()
    await run?.rest
  })
})
