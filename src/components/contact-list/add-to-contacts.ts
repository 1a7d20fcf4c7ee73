import Taro from '@tarojs/taro'
import type { Contact } from '#shared/newsletter/issue'

/**
 * Hands the firm to the phone's address book, where the reader decides. False where WeChat may not: the reader refused,
 * or its privacy guide does not name the address book. (The browser's counterpart is in add-to-contacts.h5.ts.)
 */
export async function addToContacts({ tel, fax, email, website }: Contact, firm: string): Promise<boolean> {
  const [workPhoneNumber, hostNumber, ...otherTel] = tel
  const [workFaxNumber, ...otherFax] = fax
  const form = {
    firstName: firm,
    organization: firm,
    workPhoneNumber,
    hostNumber,
    workFaxNumber,
    email: email ?? undefined,
    url: website ?? undefined,
    // Numbers for which the form has no field of their own.
    remark: [...otherTel, ...otherFax].join(', ') || undefined,
  }
  try {
    // WeChat refuses a field that is undefined; JSON leaves it out.
    await Taro.addPhoneContact(JSON.parse(JSON.stringify(form)))
    return true
  } catch (thrown) {
    return /cancel/.test(String((thrown as { errMsg?: string }).errMsg))
  }
}
