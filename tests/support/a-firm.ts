import type { Firm } from '#shared/firm/endpoints'
import type { LocalCloud } from '../../tools/local-cloud/start-local-cloud'
import { anSdkDatabase } from './sdk-database'

/** One pixel: what it says is nobody's business here. */
export const CODE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export function aFirm(more: Partial<Firm> = {}): Firm {
  return { account: { name: '立方观评', originalId: 'gh_0123456789ab', code: CODE }, contact: null, ...more }
}

/** As an owner would have: the document is put there. */
export async function saveFirm(cloud: LocalCloud, firm: Firm): Promise<void> {
  await anSdkDatabase(cloud).collection('settings').doc('firm').set({ data: firm })
}
