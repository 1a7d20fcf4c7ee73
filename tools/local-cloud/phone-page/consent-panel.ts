import { element } from './element'
import { showSheet } from './sheet'

export type Panel = { id: number; templates: { id: string; title: string; hasVoice: boolean }[] }

export type PanelAnswer =
  | { press: 'allow'; choices: Record<string, 'accept' | 'acceptWithAudio' | 'reject'>; keep: boolean }
  | { press: 'cancel'; keep: boolean }

/** The name that the mini-program's page begins with. */
const miniProgram = document.title

/** WeChat's panel: which messages the mini-program may send. Escape is the same as its cancel. */
export function askForConsent({ templates }: Panel): Promise<PanelAnswer> {
  const rows = templates.map(({ id, title }) => ({
    id,
    ...tick(title, { isTicked: true, look: 'template' }),
  }))
  const [only] = templates
  const sound =
    templates.length === 1 && only?.hasVoice
      ? tick('同时接收语音提醒', { isTicked: false, look: 'template' })
      : null
  const keep = tick('总是保持以上选择，不再询问', { isTicked: false, look: 'keep' })

  const choiceOf = (input: HTMLInputElement) =>
    !input.checked ? 'reject' : sound?.input.checked ? 'acceptWithAudio' : 'accept'
  const cancelled = (): PanelAnswer => ({ press: 'cancel', keep: keep.input.checked })
  const allowed = (): PanelAnswer => ({
    press: 'allow',
    choices: Object.fromEntries(rows.map(({ id, input }) => [id, choiceOf(input)])),
    keep: keep.input.checked,
  })

  return showSheet<PanelAnswer>(
    (close) => [
      element('header', {}, element('span', { class: 'icon', 'aria-hidden': 'true' }), `${miniProgram} 申请`),
      element('h2', {}, '发送一次以下消息'),
      element('div', { class: 'rows' }, ...rows.map(({ row }) => row), ...(sound ? [sound.row] : [])),
      keep.row,
      element(
        'footer',
        {},
        button('取消', '', () => close(cancelled())),
        button('允许', 'strong', () => close(allowed())),
      ),
    ],
    { label: `${miniProgram} 申请发送消息`, cancelled },
  )
}

function tick(text: string, { isTicked, look }: { isTicked: boolean; look: 'template' | 'keep' }) {
  const input = element('input', { type: 'checkbox', checked: isTicked })
  const label = element('span', {}, text)
  const row = element('label', { class: look }, ...(look === 'keep' ? [input, label] : [label, input]))
  return { input, row }
}

function button(text: string, look: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look }, text)
  made.addEventListener('click', press)
  return made
}
