import { cloudDraftPorts } from '#core/drafts/cloud-draft-ports'
import { publishDue } from '#core/drafts/publish-due'

/** Every minute, by the timer of `config.json`; nobody else may call it. */
export async function main(): Promise<void> {
  await publishDue(cloudDraftPorts, Date.now())
}
