import type { AlertPorts } from './alert-ports'
import { Lease } from './lease'
import { OpenCampaigns } from './open-campaigns'
import { Slice } from './slice'

/** ms from its start, within the function's time limit of 60 s. */
const WORK = 45_000
const GIVE_UP = 55_000

/**
 * One run of the timer: sends what is due, as far as its time goes, or stands by for the run before it and goes on
 * where that ends. What it does is told by what is stored alone; two at once, or one that dies, do no harm.
 */
export async function runAlerts(ports: AlertPorts): Promise<void> {
  const startedAt = ports.clock.now()
  const endsAt = startedAt + WORK
  const campaigns = new OpenCampaigns(ports, startedAt + GIVE_UP)
  await campaigns.look()
  if (!campaigns.hasWork(startedAt, endsAt)) return
  const run = ports.newRun()
  const lease = await Lease.wait(ports, run, { startedAt, endsAt })
  if (!lease) return
  try {
    await campaigns.look()
    await new Slice({ ports, run, lease, campaigns, endsAt, deadline: startedAt + GIVE_UP }).work()
  } finally {
    await lease.release()
  }
}
