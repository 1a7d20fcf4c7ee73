import type { Language } from '#shared/newsletter/bilingual'
import type { ReadingMode } from '#shared/newsletter/reading'
import type { AskOutcome } from './ask-outcome'
import { wordsEn } from './words-en'
import { wordsZh } from './words-zh'

/** Every word of the interface: a word that one language lacks does not compile. */
export type Words = {
  issues: string
  mine: string
  firm: string
  /** Short, for the switches. */
  modeNames: Record<ReadingMode, string>
  /** In full, for those who hear the switches. */
  modeLabels: Record<ReadingMode, string>
  defaultLanguage: string
  itemLanguage: string
  /** The publication's number over all series. */
  runningNumber: (number: number) => string
  /** The series' own number. */
  number: (number: number) => string
  month: (year: number, month: number) => string
  date: (year: number, month: number, day: number) => string
  itemCount: (count: number) => string
  minutes: (minutes: number) => string
  unread: string
  /** What was corrected since an issue came out. */
  corrected: (date: string, note: string) => string
  contents: string
  source: string
  /** Where WeChat cannot open it. */
  copySource: string
  share: string
  poster: string
  contact: string
  website: string
  email: string
  tel: string
  fax: string
  call: string
  copy: string
  open: string
  offices: string
  addToContacts: string
  notAdded: string
  /** The firm's official account, and its code. */
  follow: string
  followHint: string
  save: string
  codeSaved: string
  codeNotSaved: string
  textSize: string
  /** Of the four steps, the smallest first. */
  textSteps: readonly [string, string, string, string]
  textSample: string
  about: string
  aboutText: string
  aboutLanguages: string
  loading: string
  retry: string
  offline: string
  offlineHint: string
  offlineCopy: string
  failed: string
  failedHint: string
  staleCopy: string
  noIssues: string
  noIssuesHint: string
  absent: string
  absentHint: string
  toIssues: string
  /** Unknown, withdrawn, or leading to what was withdrawn. */
  codeIsLost: string
  codeHasMoved: string
  /** What the timeline's single page says where it may not show an issue. */
  inMiniProgram: string
  more: string
  alerts: string
  /** Offers them where nothing has been asked for. */
  alertMe: string
  allow: string
  allowMore: string
  /** How many alerts may still come; `isShared`: of several series together. */
  toldOfNext: (credits: number, isShared: boolean) => string
  stopAlerts: string
  notFollowed: string
  /** What came of a tap. */
  askOutcomes: Record<AskOutcome, string>
  wechatSettings: string
  held: string
  heldHint: string
  showHeld: string
  copyHeld: string
  copied: string
  nothingHeld: string
  deleteHeld: string
  deleteHint: string
  confirmDelete: string
  cancel: string
  deleted: string
  desk: string
  localReader: string
  switchReader: string
}

const byLanguage: Record<Language, Words> = { zh: wordsZh, en: wordsEn }

export function wordsIn(language: Language): Words {
  return byLanguage[language]
}
