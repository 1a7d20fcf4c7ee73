import Taro from '@tarojs/taro'
import type { Language } from '#shared/newsletter/bilingual'
import { languageOfPlatform } from '#shared/newsletter/reading'
import { type TextStep, textStepOfSetting } from './text-step'

/** What WeChat, or the browser, is set to. Read once: a change restarts the mini-program. */
const settings: { language?: string; fontSizeSetting?: number } = Taro.getAppBaseInfo()

export const platformLanguage: Language = languageOfPlatform(settings.language ?? 'zh_CN')

export const platformTextStep: TextStep = textStepOfSetting(settings.fontSizeSetting)

/** The timeline's single page, which knows no reader and leads nowhere. */
const SINGLE_PAGE = 1154

export const isSinglePage = Taro.getLaunchOptionsSync?.()?.scene === SINGLE_PAGE
