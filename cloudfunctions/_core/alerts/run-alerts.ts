import type { AlertPorts } from './alert-ports'
import { checkHolds } from './check-holds'
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
  // What fails there is done by a later run; sending does not wait for it.
  const checking = checkHolds(ports, startedAt + GIVE_UP).catch((thrown: unknown) => {
    ports.log(`Holds could not be looked through: ${String(thrown)}`)
  })
  try {
    await sendWhatIsDue(ports, startedAt)
  } finally {
    await checking
  }
}

async function sendWhatIsDue(ports: AlertPorts, startedAt: number): Promise<void> {
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
