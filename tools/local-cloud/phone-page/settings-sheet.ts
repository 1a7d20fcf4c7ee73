import { element } from './element'
import { post } from './post'
import { showSheet } from './sheet'

/** What WeChat's page of settings shows: the choices that were kept, and the switch over all. */
type Settings = { mainSwitch: boolean; items: { id: string; title: string; isAccepted: boolean }[] }

/** WeChat's page of settings, until the reader leaves it. A change holds at once, as in WeChat. */
export async function showSettings(): Promise<void> {
  const { mainSwitch, items } = await post<Settings>('subscriptionSettings', {})
  const main = settingRow('接收订阅消息', mainSwitch, (isOn) => post('turnMainSwitch', { isOn }))
  const rows = items.map(({ id, title, isAccepted }) =>
    settingRow(title, isAccepted, (isOn) => post('chooseItem', { templateId: id, isAccepted: isOn })),
  )
  await showSheet<void>(
    (close) => {
      const done = element('button', { type: 'button' }, '完成')
      done.addEventListener('click', () => close())
      return [
        element('h2', {}, '订阅消息'),
        main,
        ...rows,
        ...(rows.length > 0 ? [] : [element('p', { class: 'hint' }, '没有“总是保持”的选择')]),
        element('footer', {}, done),
      ]
    },
    { label: '设置', cancelled: () => undefined },
  )
}

/** Goes back where the change was not taken. */
function settingRow(text: string, isOn: boolean, change: (isOn: boolean) => Promise<object>): HTMLElement {
  const input = element('input', { type: 'checkbox', checked: isOn })
  input.addEventListener('change', () => {
    change(input.checked).catch(() => {
      input.checked = !input.checked
    })
  })
  return element('label', { class: 'setting' }, element('span', {}, text), input)
}
