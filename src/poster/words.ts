import type { Language } from '#shared/newsletter/bilingual'

type PosterWords = {
  title: string
  scan: string
  /** What there is to read behind the code. */
  about: (items: number) => string
  scheme: string
  light: string
  dark: string
  save: string
  outcomes: Record<'saved' | 'refused' | 'failed', string>
  /** The next best way where it was not saved. */
  show: string
  settings: string
  /** The issue, or the code of its posters, was withdrawn. */
  absent: string
  absentHint: string
}

const byLanguage: Record<Language, PosterWords> = {
  zh: {
    title: '海报',
    scan: '微信扫码阅读全文',
    about: (items) => `共 ${items} 条，中英文对照`,
    scheme: '海报配色',
    light: '浅色',
    dark: '深色',
    save: '保存到相册',
    outcomes: {
      saved: '已保存到相册。',
      refused: '没有相册的使用权限。可以打开图片后长按保存，或在设置中允许。',
      failed: '未能保存。可以打开图片后长按保存。',
    },
    show: '打开图片',
    settings: '去设置',
    absent: '这一期没有海报',
    absentHint: '它可能已被撤回，或者编辑停用了它的海报。',
  },
  en: {
    title: 'Poster',
    scan: 'Scan with WeChat to read it all',
    about: (items) => (items === 1 ? 'In Chinese and English' : `${items} items, in Chinese and English`),
    scheme: 'Colours of the poster',
    light: 'Light',
    dark: 'Dark',
    save: 'Save to album',
    outcomes: {
      saved: 'Saved to your album.',
      refused:
        'The album may not be used. Open the picture and press and hold it, or allow it in the settings.',
      failed: 'It could not be saved. Open the picture and press and hold it.',
    },
    show: 'Open the picture',
    settings: 'Settings',
    absent: 'There is no poster of this issue',
    absentHint: 'It may have been withdrawn, or the editors have stopped its posters.',
  },
}

export function posterWordsIn(language: Language): PosterWords {
  return byLanguage[language]
}
