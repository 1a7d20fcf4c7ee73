import { useDidShow } from '@tarojs/taro'
import { useEffect, useState, useSyncExternalStore } from 'react'
import * as v from 'valibot'
import { call } from '#cloud/call'
import { keptValue } from '#cloud/kept-value'
import { openPanel, readPanelSettings } from '#cloud/panel'
import { phoneStorage } from '#cloud/phone-storage'
import * as endpoints from '#shared/alerts/endpoints'
import { LanguageSchema } from '#shared/newsletter/bilingual'
import { type AlertsState, createAlerts } from './alerts'
import { PanelReportsSchema } from './panel-report'
import { isSinglePage } from './platform'
import { currentLanguage, useReader } from './use-reader'

export const alerts = createAlerts({
  calls: {
    get: () => call(endpoints.getSubscriptions, {}),
    report: (report) => call(endpoints.reportPanel, report),
    stop: (seriesId) => call(endpoints.stopAlerts, { seriesId }),
    language: (language) => call(endpoints.chooseAlertLanguage, { language }),
    held: () => call(endpoints.getHeldData, {}),
    delete: () => call(endpoints.deleteHeldData, {}),
  },
  panel: { open: openPanel, settings: readPanelSettings },
  keptSubscriptions: keptValue(phoneStorage, 'subscriptions', endpoints.SubscriptionsSchema),
  keptReports: keptValue(phoneStorage, 'panel-reports', PanelReportsSchema),
  keptLanguage: keptValue(phoneStorage, 'alert-language', LanguageSchema),
  keptStopped: keptValue(phoneStorage, 'stopped-alerts', v.array(v.string())),
  language: currentLanguage,
  newRequestId: () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`.padEnd(12, '0'),
})

/** Where the reader stands with alerts, as far as the phone knows. */
export function useAlerts(): AlertsState {
  return useSyncExternalStore(alerts.subscribe, alerts.get)
}

/** For a page that shows it: asks anew whenever the page comes to the front, and not before it has what it is for. */
export function useFreshAlerts(isReady = true): AlertsState {
  const state = useAlerts()
  const { language } = useReader()
  const isFollowing = (state.subscriptions?.follows.length ?? 0) > 0
  const [shows, countShow] = useState(0)
  useDidShow(() => countShow((times) => times + 1))
  useEffect(() => {
    if (shows === 0 || !isReady) return
    alerts.forgetSaid()
    // The timeline's single page knows no reader: nothing is offered there.
    if (!isSinglePage) alerts.refresh()
  }, [shows, isReady])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told is the language at that moment.
  useEffect(() => {
    if (isFollowing) alerts.tellLanguage()
  }, [language, isFollowing])
  return state
}
