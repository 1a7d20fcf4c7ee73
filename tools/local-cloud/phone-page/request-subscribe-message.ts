import { askForConsent, type Panel, type PanelAnswer } from './consent-panel'
import { PhoneError } from './phone-error'
import { post } from './post'

/** A word for each template. */
type Choices = Record<string, string>

/** Only from a tap: WeChat lets no page ask by itself. */
export async function requestSubscribeMessage({ tmplIds }: { tmplIds?: unknown }): Promise<Choices> {
  if (!navigator.userActivation.isActive) throw new PhoneError('can only be invoked by user TAP gesture.')
  const begun = await post<{ result: Choices } | { panel: Panel }>('requestSubscribeMessage', { tmplIds })
  if ('result' in begun) return begun.result
  const answer: PanelAnswer = await askForConsent(begun.panel)
  const { result } = await post<{ result: Choices }>('answerSubscribePanel', { id: begun.panel.id, answer })
  return result
}
