/** The template of `config/wechat.ts`. */
export const TEMPLATE = 'local-new-issue'

export const CONTENT = { thing1: '每周综述', thing2: '新的一期已经发布', date3: '2026年11月25日' }

/** What a send takes, as a campaign's sends have it. */
export function aMessage(openid: string, page: string) {
  const data = Object.fromEntries(Object.entries(CONTENT).map(([field, value]) => [field, { value }]))
  return { touser: openid, templateId: TEMPLATE, page, data, lang: 'zh_CN' as const }
}

/** Readers have openids of the usual length. */
export function anOpenid(group: string, number: number): string {
  return `o${group}${String(number).padStart(27 - group.length, '0')}`
}
