import type { SendAnswer } from './outcome'

/** What WeChat's answer to a test alert means and what to do; '' where it took the message. */
export function testAlertMessage({ code, message, msgid }: SendAnswer): string {
  if (code === 0) return msgid === null ? UNCERTAIN : ''
  if (code === 47003) return wrongField(message)
  return MESSAGES[code] ?? `${UNCERTAIN} WeChat or the cloud said: ${message.slice(0, 200)} (${code}).`
}

const UNCERTAIN =
  'Whether the message was sent cannot be told: look into WeChat before you try again, it would spend another consent.'

/** WeChat names the field, as in `data.thing1.value invalid`. */
function wrongField(message: string): string {
  const field = /\bdata\.([a-z_]+\d+)\b/u.exec(message)?.[1]
  const which = field === undefined ? 'A field' : `The field ${field}`
  return `${which} does not fit the template: compare name and type with the template in WeChat's console, correct the settings, save them and try again. WeChat said: ${message.slice(0, 200)}`
}

const AGAIN = 'Nothing was sent; try again in a minute.'

const MESSAGES: Record<number, string> = {
  43101:
    'WeChat has no consent of yours left for this template, or you have switched it off: allow it once more first, then try again.',
  40037:
    "WeChat does not know this template: copy its id from WeChat's console into the settings, save them and try again.",
  40003: 'WeChat does not know you in this mini-program: is this the account that its template belongs to?',
  41030:
    'The page of the alert is not in the published version of the mini-program: release it, then try again.',
  43107: 'WeChat has banned the messages of this mini-program: settle it with WeChat, in its console.',
  43116:
    'WeChat has restricted this template: settle it with WeChat, in its console, or choose another template.',
  45168: 'WeChat does not pass the words of this alert: change what stands in its fields.',
  45009: "The account's limit of calls is used up: try again later.",
  43108: `Another message to you was on its way. ${AGAIN}`,
  [-1]: `WeChat was busy. ${AGAIN}`,
  [-501003]: `The cloud was busy. ${AGAIN}`,
  [-501004]: `The cloud was busy. ${AGAIN}`,
  [-604100]: 'The cloud does not know this API: update the SDK of the function editor and upload it again.',
  [-604101]:
    'The function editor lacks the permission to send: upload it with the developer tools, with its config.json, and wait ten minutes.',
  [-604104]: 'The cloud does not let the function editor send from here: call it from the mini-program.',
}
