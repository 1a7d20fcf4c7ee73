import { post } from './post'
import { showSettings } from './settings-sheet'

/** What a reader has set; only what was kept at the panel stands under `itemSettings`. */
export type SubscriptionsSetting = { mainSwitch: boolean; itemSettings?: Record<string, string> }

type Options = { withSubscriptions?: boolean }
type Setting = { authSetting: object; subscriptionsSetting?: SubscriptionsSetting }

export async function getSetting({ withSubscriptions = false }: Options): Promise<Setting> {
  // Nothing else is asked of a reader here, so nothing else can be set.
  if (!withSubscriptions) return { authSetting: {} }
  const { subscriptionsSetting } = await post<{ subscriptionsSetting: SubscriptionsSetting }>(
    'getSetting',
    {},
  )
  return { authSetting: {}, subscriptionsSetting }
}

/** Shows WeChat's page of settings, and answers what is set when the reader leaves it. */
export async function openSetting(options: Options): Promise<Setting> {
  await showSettings()
  return getSetting(options)
}
