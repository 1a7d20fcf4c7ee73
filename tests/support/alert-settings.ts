import type { AlertSettings } from '#core/alerts/alert-settings'

/** The one template of `config/wechat.ts`. */
export const TEMPLATE = 'local-new-issue'

/** Alerts of every series, at any hour. */
export function someAlertSettings(
  more: Partial<AlertSettings> = {},
): Partial<AlertSettings> & Pick<AlertSettings, 'templates'> {
  return {
    templates: {
      [TEMPLATE]: {
        fields: {
          thing1: { from: 'series' },
          thing2: { from: 'headline' },
          date3: { from: 'publishedAt' },
        },
      },
    },
    defaultTemplate: TEMPLATE,
    quietHours: null,
    events: true,
    ...more,
  }
}
