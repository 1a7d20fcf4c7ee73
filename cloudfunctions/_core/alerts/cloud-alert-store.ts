import type { AlertStore } from './alert-store'
import { cloudAlertReaders } from './cloud-alert-readers'
import { cloudCampaignPages } from './cloud-campaign-pages'
import { cloudCampaigns } from './cloud-campaigns'
import { cloudLease } from './cloud-lease'

export const cloudAlertStore: AlertStore = {
  lease: cloudLease,
  campaigns: cloudCampaigns,
  pages: cloudCampaignPages,
  readers: cloudAlertReaders,
}
