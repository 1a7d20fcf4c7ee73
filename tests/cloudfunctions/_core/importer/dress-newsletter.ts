/** One small newsletter, and the ways in which different hands and converters would write it down. */
export type Pick = <T>(list: readonly T[]) => T

type Item = { zh: string; en: string; zhBody: string[]; enBody: string[]; link: string }
type Section = { zh: string; en: string; items: Item[] }

const SECTIONS: Section[] = [
  {
    zh: '国内要闻',
    en: 'Domestic News',
    items: [
      {
        zh: '市场监管部门公布三起价格欺诈案件',
        en: 'Market Regulator Publishes Three Price Fraud Cases',
        zhBody: [
          '2022年3月2日，市场监管部门公布三起案件，罚款46万元。',
          '“Dark patterns”（暗黑模式）亦受处罚。',
        ],
        enBody: [
          'On March 2, 2022, the regulator published three cases.',
          '“暗黑模式” (dark patterns) are fined too.',
        ],
        link: '1',
      },
      {
        zh: '《网络安全审查办法》施行，要求企业自查',
        en: 'New Measures for Cybersecurity Review Take Effect',
        zhBody: ['新办法自2022年2月15日起施行。'],
        enBody: ['The measures took effect on February 15, 2022.'],
        link: '2',
      },
      {
        zh: '首例算法备案公布',
        en: 'First Filing of an Algorithm',
        zhBody: [
          '2022年3月8日，Acme Retail LLC、Beta Stores (China) Limited、Gamma Trading, Inc.等公司完成备案。',
        ],
        enBody: ['On March 8, 2022, three companies filed their algorithms.'],
        link: '3',
      },
    ],
  },
  {
    zh: '海外动态',
    en: 'Overseas News',
    items: [
      {
        zh: '欧洲法院就位置数据作出裁判',
        en: 'European Court Rules on Location Data',
        zhBody: ['2022年3月3日，法院认为，无差别地保存位置数据不符合欧盟法律。'],
        enBody: ['On March 3, 2022, the court held that general retention is not compatible with EU law.'],
        link: '4',
      },
    ],
  },
]

const MASTHEADS = [
  '# BULLETIN\n\nFARHILL & PARTNERS **远山观察**\n\n## No.88\n\n2022.03\n\n### 远山数据合规周报\n\n## Weekly Data Compliance Review\n\n### No.12',
  '# 远山观察 | BULLETIN\n\n2022年3月 总第88期\n\n## 远山数据合规周报 Weekly Data Compliance Review\n\n第12期',
  '**远山观察**  \n**BULLETIN**  \n**No.88**  \n**March 2022**\n\n远山数据合规周报  \nWeekly Data Compliance Review  \nNo.12',
]
const TAIL =
  '本刊仅供参考，不构成法律意见。\n\nThis bulletin does not constitute legal advice.\n\n杭州 | 成都\n\nHangzhou | Chengdu\n\nEmail: desk@farhill.example'

type Titles = (text: string, place: number) => string
const TITLES: Titles[] = [
  (text) => `### ${text}`,
  (text) => `## ${text}`,
  (text) => `**${text}**`,
  (text) => text,
  (text) => `- **${text}**`,
  (text, place) => `### ${place}、${text}`,
  (text, place) => `**${place}. ${text}**`,
  (text, place) => `### ${text} {#title-${place} .unnumbered}`,
]

type Names = (section: Section, place: number) => string
const NAMES: Names[] = [
  ({ zh, en }) => `## ${zh} ${en}`,
  ({ zh, en }) => `## ${zh} | ${en}`,
  ({ zh, en }) => `# ${zh}\n\n# ${en}`,
  ({ zh, en }) => `**${en} / ${zh}**`,
  ({ zh, en }, place) => `## ${'一二'.charAt(place)}、${zh} ${en}`,
]

type Lists = (section: Section, titles: string[]) => string
const CONTENTS: Lists[] = [
  ({ zh, en }, titles) => [`#### ${zh} ${en}`, ...titles].join('\n\n'),
  ({ zh, en }, titles) => `#### ${zh} ${en}\n\n${titles.map((title) => `- ${title}`).join('\n')}`,
  ({ zh, en }, titles) => [`${zh} ${en}`, ...titles].join('  \n'),
  ({ zh, en }, titles) => [`${zh} ${en}`, ...titles].map((line) => `${line} ........ 3`).join('\n\n'),
  ({ zh, en }, titles) => [`${zh} ${en}`, ...titles].map((line) => `[${line} [3](#a)](#a)`).join('\n\n'),
  (_, titles) => titles.join('\n\n'),
]

type Links = (address: string, words: string, source: string) => string
const LINKS: Links[] = [
  (address, words) => ` ([${words}](${address}))`,
  (address, words) => `（[${words}](${address})）`,
  (address, words) => `\n\n[${words}](${address})`,
  (address, _, source) => `\n\n${source}[Daily](${address})`,
  (address) => `\n\n${address}`,
  (address) => ` (<${address}>)`,
]

const SPACING: ((text: string) => string)[] = [
  (text) => text,
  (text) => `\ufeff${text.replace(/\n/gu, '\r\n')}`,
  (text) => text.replace(/^(?=\p{Script=Han})/gmu, '\u3000\u3000').replace(/\n\n/gu, '\n\u00a0\n'),
]

export function dressNewsletter(pick: Pick): string {
  const [title, name, link] = [pick(TITLES), pick(NAMES), pick(LINKS)]
  const languages = pick([['zh', 'en'] as const, ['en', 'zh'] as const])
  const half = (item: Item, language: 'zh' | 'en', place: number): string => {
    const [words, source] = language === 'zh' ? ['查看更多', '来源：'] : ['More', 'Source: ']
    const body = (language === 'zh' ? item.zhBody : item.enBody).join('\n\n')
    const address = `https://a.example/${language}/${item.link}`
    return `${title(item[language], place)}\n\n${body}${link(address, words, source)}`
  }
  const body = SECTIONS.flatMap((section, index) => [
    name(section, index),
    ...section.items.flatMap((item, place) => languages.map((language) => half(item, language, place + 1))),
  ])
  const list = pick(CONTENTS)
  const contents = SECTIONS.map((section) =>
    list(
      section,
      section.items.flatMap((item) => languages.map((language) => item[language])),
    ),
  )
  const parts = [pick(MASTHEADS), ...pick([contents, []]), ...body, TAIL]
  return pick(SPACING)(parts.join('\n\n'))
}

/** What every dress of it is read as. */
export const UNDRESSED = SECTIONS.map(({ zh, en, items }) => ({
  title: { zh, en },
  items: items.map((item) => ({
    title: { zh: item.zh, en: item.en },
    body: { zh: item.zhBody.map(spansOf), en: item.enBody.map(spansOf) },
    source: { zh: `https://a.example/zh/${item.link}`, en: `https://a.example/en/${item.link}` },
  })),
}))

function spansOf(text: string): { text: string }[] {
  return [{ text }]
}
