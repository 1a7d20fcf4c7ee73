import * as v from 'valibot'
import { AppError } from '#shared/errors'
import { type AlertSettings, AlertSettingsSchema, problemsOf } from './alert-settings'
import { describe } from './cloud-alert-settings'

/** Refuses here what would otherwise be refused by WeChat, once for each reader. */
export async function saveAlertSettings(
  store: (settings: AlertSettings) => Promise<void>,
  input: unknown,
): Promise<AlertSettings> {
  const parsed = v.safeParse(AlertSettingsSchema, input)
  if (!parsed.success) throw new AppError('INVALID_INPUT', `Nothing was saved: ${describe(parsed.issues[0])}`)
  const problems = problemsOf(parsed.output)
  if (problems.length > 0) throw new AppError('INVALID_INPUT', `Nothing was saved. ${problems.join(' ')}`)
  await store(parsed.output)
  return parsed.output
}
