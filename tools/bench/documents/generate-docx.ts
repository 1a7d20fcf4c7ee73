import { buildDocx } from '../../../tests/fixtures/importer/docx/build-docx'
import type { Half, Section } from '../../../tests/fixtures/importer/docx/newsletter'
import { plainMasthead, wholeNewsletter } from '../../../tests/fixtures/importer/docx/whole-newsletter'
import { BOLD, link, p, r } from '../../../tests/fixtures/importer/docx/word'

const ITEMS_A_SECTION = 40

/** A Word document of distinct items with bold titles and links, as long as it is asked for. */
export function generateDocx(items: number): Uint8Array {
  const links = new Map<string, string>()
  const body = wholeNewsletter(
    {
      makeLink: (address, text) => link(address, text, links),
      masthead: plainMasthead((text) => p(r(text, BOLD))),
      section: ({ zh, en }) => p(r(`${zh} | ${en}`, BOLD)),
      title: ({ title }) => p(r(title, BOLD)),
    },
    generateSections(items),
  )
  return buildDocx({ body, links })
}

export function generateSections(items: number): Section[] {
  return Array.from({ length: Math.ceil(items / ITEMS_A_SECTION) }, (_, section) => ({
    zh: `第${section + 1}类要闻`,
    en: `Kind ${section + 1} News`,
    items: Array.from({ length: Math.min(ITEMS_A_SECTION, items - section * ITEMS_A_SECTION) }, (_, item) =>
      generateItem(section * ITEMS_A_SECTION + item),
    ),
  }))
}

function generateItem(index: number): { zh: Half; en: Half } {
  const [month, day] = [(index % 12) + 1, (index % 28) + 1]
  const fine = index * 7 + 3
  return {
    zh: {
      title: `第${index}号数据处理者因未履行保护义务被处罚款${fine}万元`,
      paragraphs: [
        [
          {
            text:
              `2022年${month}月${day}日，主管部门公布对第${index}号数据处理者的处罚决定，认定其在${index + 5}项业务中未履行个人信息保护义务。` +
              '决定书指出，该处理者未制定内部管理制度，未对敏感个人信息加密，也未在事件发生后及时通知个人。',
          },
        ],
      ],
      link: `https://news.example/zh/${index}`,
      more: '查看更多',
    },
    en: {
      title: `Data Processor ${index} Is Fined RMB ${fine}0,000 for Lack of Protection`,
      paragraphs: [
        [
          {
            text: `The authority published its decision on processor ${index}, which failed in ${index + 5} lines of business. The decision under the `,
          },
          { text: 'Personal Information Protection Law', emphasis: true },
          {
            text: ' says that it had no internal rules, did not encrypt sensitive data, and did not notify the persons concerned in time.',
          },
        ],
      ],
      link: `https://news.example/en/${index}`,
      more: 'More',
    },
  }
}
