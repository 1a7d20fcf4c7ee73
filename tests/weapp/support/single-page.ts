/** The timeline's single page. */
export const SINGLE_PAGE = 1154

/** What a page may not call there, by WeChat's list. */
const forbidden = [
  'navigateTo',
  'redirectTo',
  'reLaunch',
  'switchTab',
  'navigateBack',
  'navigateToMiniProgram',
  'setNavigationBarTitle',
  'setTabBarItem',
  'login',
  'checkSession',
  'authorize',
  'getSetting',
  'openSetting',
  'requestSubscribeMessage',
  'setClipboardData',
  'getClipboardData',
  'makePhoneCall',
  'addPhoneContact',
  'saveImageToPhotosAlbum',
  'openOfficialAccountArticle',
  'openOfficialAccountProfile',
  'showShareMenu',
  'updateShareMenu',
]

/** Every call of them throws, and is written down: a page that catches what is thrown has called it all the same. */
export function forbiddenCalls(called: string[]): object {
  return Object.fromEntries(
    forbidden.map((name) => [
      name,
      () => {
        called.push(name)
        throw new Error(`${name} is forbidden in the timeline's single page.`)
      },
    ]),
  )
}
