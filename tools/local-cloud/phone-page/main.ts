import { getSetting, openSetting } from './get-setting'
import { phoneApi } from './phone-api'
import { requestSubscribeMessage } from './request-subscribe-message'

declare global {
  interface Window {
    /** On a phone WeChat gives a page far more; the rest of the browser build gets along without. */
    wx?: object
  }
}

window.wx = {
  ...window.wx,
  requestSubscribeMessage: phoneApi('requestSubscribeMessage', requestSubscribeMessage),
  getSetting: phoneApi('getSetting', getSetting),
  openSetting: phoneApi('openSetting', openSetting),
}
