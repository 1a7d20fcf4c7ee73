import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { enterAudit } from '../audit/audit'
import { byEditor, type Editor } from '../editors/editor'
import { inTransaction } from '../transaction'
import { database, type Fields } from '../wx'
import { type AlertSettings, AlertSettingsSchema, problemsOf } from './alert-settings'

const ID = 'alerts'

/** ms for which an instance remembers them. */
const REMEMBERED_FOR = 10_000

let known: { settings: AlertSettings | null; until: number } | null = null

/** Null where nothing usable is saved: alerts are not offered then, and `settingsTrouble` says why. */
export async function readAlertSettings(): Promise<AlertSettings | null> {
  const now = Date.now()
  if (known && now < known.until) return known.settings
  return readSettingsNow()
}

/** The same, past what an instance remembers: another may have saved since. */
export async function readSettingsNow(): Promise<AlertSettings | null> {
  const now = Date.now()
  const parsed = v.safeParse(AlertSettingsSchema, await readStoredSettings())
  const settings = parsed.success && problemsOf(parsed.output).length === 0 ? parsed.output : null
  known = { settings, until: now + REMEMBERED_FOR }
  return settings
}

/** Why alerts are not offered, in plain words; null where they are. */
export async function settingsTrouble(): Promise<string | null> {
  const stored = await readStoredSettings()
  if (stored === null) return 'No alert settings are saved: npm run newsletter -- alert-settings FILE.'
  const parsed = v.safeParse(AlertSettingsSchema, stored)
  if (!parsed.success) return `The alert settings cannot be used: ${describe(parsed.issues[0])}`
  const [problem] = problemsOf(parsed.output)
  if (problem !== undefined) return problem
  const isOffered =
    parsed.output.defaultTemplate !== null || Object.keys(parsed.output.seriesTemplates).length > 0
  return isOffered ? null : 'The alert settings name no template: set "defaultTemplate".'
}

/** Replaces what is saved. */
export async function storeAlertSettings(settings: AlertSettings, owner: Editor, at: number): Promise<void> {
  const act = randomUUID()
  await inTransaction(async (transaction) => {
    const before = withoutId(await transaction.get('settings', ID))
    // The same again, or ours, of which only the answer was lost.
    if (isDeepStrictEqual(before, settings)) return
    await transaction.set('settings', ID, settings)
    await enterAudit(transaction, {
      id: `save-alert-settings-${act}`,
      at,
      ...byEditor(owner),
      act: 'save-alert-settings',
      subject: '',
      before,
      after: settings,
    })
  })
  known = null
}

export function describe(issue: v.BaseIssue<unknown>): string {
  return `"${v.getDotPath(issue) ?? 'the whole'}" ${issue.message}.`
}

/** As they were saved, usable or not; null where none were. */
export async function readStoredSettings(): Promise<Fields | null> {
  return withoutId((await database.collection('settings').doc(ID).get()).data ?? null)
}

function withoutId(stored: Fields | null): Fields | null {
  if (!stored) return null
  const { _id, ...settings } = stored
  return settings
}
