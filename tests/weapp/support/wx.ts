import { cloudFiles, uploadFile } from './cloud-files'
import { fileSystem } from './file-system'
import { pageHeight, WINDOW } from './page-layout'
import type { PageStack } from './page-stack'
import { PhoneCanvas } from './phone-canvas'
import type { PhoneClock } from './phone-clock'
import type { PhoneFiles } from './phone-files'
import type { PhoneNetwork } from './phone-network'
import type { PhoneStorage } from './phone-storage'
import { createSelectorQuery } from './selector-query'
import { forbiddenCalls, SINGLE_PAGE } from './single-page'
import type { Subscriptions } from './subscriptions'
import { type Callbacks, wxAnswer, wxAnswerOf } from './wx-answer'

/** How the phone and its WeChat are set. */
export type PhoneSettings = {
  /** By which way the mini-program was started, in WeChat's numbers. */
  scene: number
  language: string
  fontSizeSetting: number
  theme: 'light' | 'dark'
  /** `refuses`: the reader did not agree, or the clipboard is not declared. */
  clipboard: 'works' | 'refuses'
  /** Whether base library 3.4.8, which opens articles of official accounts, is there. */
  opensArticles: boolean
  /** `absent`: before base library 3.7.10. `refuses`: the account does not belong to the mini-program. */
  accountProfiles: 'absent' | 'opens' | 'refuses'
  /** What the reader does with the form of a new contact; `undeclared`: the privacy guide does not name it. */
  contactForm: 'kept' | 'cancelled' | 'undeclared'
  /** Where nobody sees it. `never`: before base library 2.16.1. `unseen`: what was drawn cannot be had. */
  drawsOffscreen: 'never' | 'unseen' | 'works'
}

export const defaultSettings: PhoneSettings = {
  scene: 1001,
  language: 'zh_CN',
  fontSizeSetting: 17,
  theme: 'light',
  clipboard: 'works',
  opensArticles: true,
  accountProfiles: 'absent',
  contactForm: 'kept',
  drawsOffscreen: 'works',
}

/** What the mini-program made the phone do. */
export type PhoneState = {
  clipboard: string | null
  dialled: string[]
  openedArticles: string[]
  openedProfiles: string[]
  /** The contacts that were kept. */
  contacts: object[]
  /** The pictures that were shown alone on the screen, by their paths. */
  shownPictures: string[]
  toasts: string[]
  modals: string[]
  tabNames: string[]
  refreshing: boolean
  /** What the timeline's single page called, and may not. */
  forbidden: string[]
}

type Phone = {
  settings: PhoneSettings
  state: PhoneState
  clock: PhoneClock
  storage: PhoneStorage
  files: PhoneFiles
  network: PhoneNetwork
  pages: PageStack
  subscriptions: Subscriptions
}

type OffscreenOptions = { type?: string; width?: number; height?: number }
type FileOfCanvas = Callbacks & { canvas: PhoneCanvas; destWidth?: number; destHeight?: number }

/** `wx`, as far as this mini-program goes. What it reaches for beyond is undefined, and fails as on an old phone. */
export function createWx({
  settings,
  state,
  clock,
  storage,
  files,
  network,
  pages,
  subscriptions,
}: Phone): object {
  const doing =
    <Options extends Callbacks>(name: string, act: (options: Options) => void) =>
    (options: Options = {} as Options) =>
      wxAnswer(clock, name, options, () => act(options))
  const appBase = {
    SDKVersion: settings.opensArticles ? '3.8.12' : '3.4.7',
    language: settings.language,
    fontSizeSetting: settings.fontSizeSetting,
    theme: settings.theme,
  }
  const sizes = {
    windowWidth: WINDOW.width,
    windowHeight: WINDOW.height,
    screenWidth: WINDOW.width,
    screenHeight: WINDOW.height,
    pixelRatio: 2,
  }

  /** As large as it is said to be, else by the screen's pixels larger than the canvas, which has them already. */
  async function fileOfCanvas({ canvas, destWidth, destHeight }: FileOfCanvas): Promise<object> {
    if (canvas.isOffscreen) throw { errMsg: 'invalid viewId' }
    const width = destWidth ?? canvas.width * sizes.pixelRatio
    const height = destHeight ?? canvas.height * sizes.pixelRatio
    return { tempFilePath: files.add(canvas.picture(width, height)) }
  }

  return {
    getAppBaseInfo: () => appBase,
    getWindowInfo: () => sizes,
    getLaunchOptionsSync: () => ({ scene: settings.scene }),
    getEnterOptionsSync: () => ({ scene: pages.scene }),
    getSystemInfoSync: () => ({ ...appBase, ...sizes, platform: 'ios', system: 'iOS 12.0' }),
    nextTick: (run: () => void) => void clock.setTimeout(run),

    getStorageSync: (key: string) => storage.get(key),
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.remove(key),

    navigateTo: doing('navigateTo', ({ url }: Callbacks & { url: string }) => pages.navigateTo(url)),
    navigateBack: doing('navigateBack', ({ delta }: Callbacks & { delta?: number }) =>
      pages.navigateBack(delta),
    ),
    redirectTo: doing('redirectTo', ({ url }: Callbacks & { url: string }) => pages.redirectTo(url)),
    switchTab: doing('switchTab', ({ url }: Callbacks & { url: string }) => pages.switchTab(url)),
    setNavigationBarTitle: doing('setNavigationBarTitle', ({ title }: Callbacks & { title: string }) => {
      pages.top.title = title
    }),
    setTabBarItem: doing('setTabBarItem', ({ index, text }: Callbacks & { index: number; text: string }) => {
      if (!pages.isTab(pages.top)) throw { errMsg: 'not TabBar page' }
      state.tabNames[index] = text
    }),
    stopPullDownRefresh: doing('stopPullDownRefresh', () => {
      state.refreshing = false
    }),

    createSelectorQuery: () => createSelectorQuery(() => pages.top, clock),
    pageScrollTo: doing('pageScrollTo', ({ scrollTop }: Callbacks & { scrollTop: number }) => {
      const furthest = Math.max(0, pageHeight(pages.top.root) - WINDOW.height)
      pages.top.scrolledAt = clock.now
      pages.top.scrollTop = Math.min(Math.max(0, scrollTop), furthest)
    }),

    setClipboardData: doing('setClipboardData', ({ data }: Callbacks & { data: string }) => {
      if (settings.clipboard === 'refuses')
        throw { errno: 104, errMsg: 'privacy permission is not authorized' }
      state.clipboard = data
    }),
    makePhoneCall: doing('makePhoneCall', ({ phoneNumber }: Callbacks & { phoneNumber: string }) => {
      state.dialled.push(phoneNumber)
    }),
    showModal: doing('showModal', ({ content }: Callbacks & { content: string }) => {
      state.modals.push(content)
    }),
    showToast: doing('showToast', ({ title }: Callbacks & { title: string }) => {
      state.toasts.push(title)
    }),
    ...(settings.opensArticles && {
      openOfficialAccountArticle: doing(
        'openOfficialAccountArticle',
        ({ url }: Callbacks & { url: string }) => {
          state.openedArticles.push(url)
        },
      ),
    }),

    ...(settings.accountProfiles !== 'absent' && {
      openOfficialAccountProfile: doing(
        'openOfficialAccountProfile',
        ({ username }: Callbacks & { username: string }) => {
          if (settings.accountProfiles === 'refuses') throw { errMsg: 'no permission' }
          state.openedProfiles.push(username)
        },
      ),
    }),
    addPhoneContact: doing('addPhoneContact', ({ success, fail, complete, ...form }: Callbacks) => {
      if (settings.contactForm === 'cancelled') throw { errMsg: 'cancel' }
      if (settings.contactForm === 'undeclared')
        throw { errno: 112, errMsg: 'api scope is not declared in the privacy agreement' }
      state.contacts.push(form)
    }),

    ...(settings.drawsOffscreen !== 'never' && {
      createOffscreenCanvas: ({ type, width, height }: OffscreenOptions) => {
        if (type !== '2d') throw new Error(`The test phone draws nothing of the kind ${type}.`)
        const canvas = new PhoneCanvas(width, height, true)
        if (settings.drawsOffscreen === 'unseen') canvas.toDataURL = () => 'data:,'
        return canvas
      },
    }),
    canvasToTempFilePath: (options: FileOfCanvas) =>
      wxAnswerOf(fileOfCanvas(options), 'canvasToTempFilePath', options),
    previewImage: doing('previewImage', ({ urls }: Callbacks & { urls: string[] }) => {
      state.shownPictures.push(...urls)
    }),

    ...subscriptions.api,
    ...fileSystem(files, clock),

    chooseMessageFile: (options: Callbacks & { extension?: string[] }) =>
      wxAnswerOf(files.choose(options.extension), 'chooseMessageFile', options),
    uploadFile: uploadFile(network, files),
    cloud: {
      init: () => {},
      callFunction: (options: Callbacks & { name: string; data: unknown }) =>
        wxAnswerOf(
          network.callFunction({ name: options.name, data: options.data }),
          'cloud.callFunction',
          options,
        ),
      ...cloudFiles(network, files),
    },
    ...(settings.scene === SINGLE_PAGE && forbiddenCalls(state.forbidden)),
  }
}
