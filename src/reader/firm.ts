import type { Contact } from '#shared/newsletter/issue'

/** Where no issue says it: how to reach the firm that writes the newsletter. */
export const firmContact: Contact = {
  website: 'http://www.lifanglaw.com',
  email: 'info@lifanglaw.com',
  tel: ['+8610 64096099'],
  fax: ['+8610 64096260', '+8610 64096261'],
  offices: {
    zh: ['北京', '上海', '武汉', '广州', '深圳', '韩国'],
    en: ['Beijing', 'Shanghai', 'Wuhan', 'Guangzhou', 'Shenzhen', 'Korea'],
  },
}
