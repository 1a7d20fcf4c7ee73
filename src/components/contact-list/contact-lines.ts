import Taro from '@tarojs/taro'
import { copyText } from '#reader/copy-text'
import { opensWebAddress, openWebAddress } from '#reader/open-web-address'
import type { Words } from '#reader/words'
import type { Contact } from '#shared/newsletter/issue'

export type ContactLine = { label: string; value: string; action: string; onTap: () => void }

/** What can be done with each of a firm's numbers and addresses. */
export function contactLines({ tel, fax, email, website }: Contact, words: Words): ContactLine[] {
  const copied = (label: string, value: string): ContactLine => ({
    label,
    value,
    action: words.copy,
    onTap: () => copyText(value),
  })
  return [
    ...tel.map((value) => ({ label: words.tel, value, action: words.call, onTap: () => dial(value) })),
    ...fax.map((value) => copied(words.fax, value)),
    ...(email === null
      ? []
      : [process.env.TARO_ENV === 'h5' ? written(email, words) : copied(words.email, email)]),
    ...(website === null
      ? []
      : [
          {
            label: words.website,
            value: website.replace(/^https?:\/\/|\/$/gu, ''),
            action: opensWebAddress(website) ? words.open : words.copy,
            onTap: () => openWebAddress(website, () => {}),
          },
        ]),
  ]
}

/** A call that the reader thought better of is no error. */
function dial(value: string): void {
  Taro.makePhoneCall({ phoneNumber: value.replace(/[^\d+]/gu, '') }).catch(() => {})
}

/** A mini-program opens no mail: there the address is copied. */
function written(email: string, words: Words): ContactLine {
  const onTap = () => {
    window.location.href = `mailto:${email}`
  }
  return { label: words.email, value: email, action: words.write, onTap }
}
