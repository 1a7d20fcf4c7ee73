import type { PanelAnswer, PanelSettings } from './panel-answer'

/** No code of WeChat's. */
const NO_CODE = 0

/**
 * Opens the panel. WeChat takes it for the reader's own wish only in the tap itself: nothing may be waited for between
 * the two. A cancelled panel answers `reject`.
 */
export function openPanel(templateIds: readonly string[]): Promise<PanelAnswer> {
  return new Promise((resolve) => {
    if (!wx.requestSubscribeMessage) return resolve({ kind: 'failed', code: NO_CODE })
    wx.requestSubscribeMessage({
      tmplIds: [...templateIds],
      success: (answer) => resolve({ kind: 'answered', results: wordsOf(answer, templateIds) }),
      fail: ({ errCode }) => resolve({ kind: 'failed', code: errCode ?? NO_CODE }),
    })
  })
}

function wordsOf(answer: object, templateIds: readonly string[]): Record<string, string> {
  const results: Record<string, string> = {}
  for (const [id, word] of Object.entries(answer))
    if (templateIds.includes(id) && typeof word === 'string') results[id] = word
  return results
}

/** Null where WeChat does not tell. */
export function readPanelSettings(): Promise<PanelSettings | null> {
  return new Promise((resolve) => {
    wx.getSetting({
      withSubscriptions: true,
      success: ({ subscriptionsSetting }) =>
        resolve(
          subscriptionsSetting
            ? { isOn: subscriptionsSetting.mainSwitch, kept: { ...subscriptionsSetting.itemSettings } }
            : null,
        ),
      fail: () => resolve(null),
    })
  })
}

/** WeChat's own page of settings; ends when the reader is back. */
export function openPanelSettings(): Promise<void> {
  return new Promise((resolve) => {
    wx.openSetting({ withSubscriptions: true, complete: () => resolve() })
  })
}
