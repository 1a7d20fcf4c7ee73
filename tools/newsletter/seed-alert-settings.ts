import type { AlertSettings } from '#core/alerts/alert-settings'
import { openDesk } from './desk'

/** For the message template of `config/wechat.ts`. Without quiet hours: who tries it out wants to see it happen. */
const localSettings = {
  templates: {
    'local-new-issue': {
      fields: { thing1: { from: 'series' }, thing2: { from: 'headline' }, date3: { from: 'publishedAt' } },
    },
  },
  defaultTemplate: 'local-new-issue',
  quietHours: null,
  events: true,
} satisfies Partial<AlertSettings>

/** Alerts work from the first start; settings that were saved since stay as they are. */
export async function seedAlertSettings(adminUrl: string): Promise<void> {
  const desk = await openDesk(adminUrl)
  if (!(await desk.hasAlertSettings())) await desk.saveAlertSettings(localSettings)
}
