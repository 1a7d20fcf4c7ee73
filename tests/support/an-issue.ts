import type { Issue, Item, Paragraph } from '#shared/newsletter/issue'

export function aParagraph(text: string): Paragraph {
  return [{ text }]
}

export function anItem(overrides: Partial<Item> = {}): Item {
  return {
    title: { zh: '数据安全法草案公开征求意见', en: 'Draft Data Security Law Open for Comment' },
    body: {
      zh: [aParagraph('草案规定了数据分级分类保护制度。')],
      en: [aParagraph('The draft provides for the classified protection of data.')],
    },
    source: { zh: 'http://www.npc.gov.cn/', en: null },
    ...overrides,
  }
}

export function anIssue(overrides: Partial<Issue> = {}): Issue {
  return {
    id: '301',
    publication: { zh: '立方观评', en: 'NEWSLETTER' },
    number: 301,
    series: { title: { zh: '数据周报', en: 'Weekly Data Review' }, number: 90 },
    month: '2021-06',
    date: null,
    sections: [{ title: { zh: '国内要闻', en: 'Domestic News' }, items: [anItem()] }],
    disclaimer: { zh: '以上内容仅供参考。', en: 'For information only.' },
    contact: {
      website: 'http://www.example.com',
      email: 'info@example.com',
      tel: ['+8610 60000000'],
      fax: [],
      offices: { zh: ['北京'], en: ['Beijing'] },
    },
    ...overrides,
  }
}

/** An issue of many items, no two alike, with texts of the usual length. */
export function anIssueOf(items: number, overrides: Partial<Issue> = {}): Issue {
  return anIssue({
    sections: [
      {
        title: { zh: '国内要闻', en: 'Domestic News' },
        items: Array.from({ length: items }, (_, index) => anItem(textsOf(index + 1))),
      },
    ],
    ...overrides,
  })
}

function textsOf(number: number): Pick<Item, 'title' | 'body'> {
  return {
    title: {
      zh: `第${number}号网络数据安全标准发布`,
      en: `Standard ${number} on Network Data Security Is Published`,
    },
    body: {
      zh: [aParagraph(`第${number}号标准规定了数据分级分类、风险评估与出境管理的要求。`.repeat(5))],
      en: [
        aParagraph(
          `Standard ${number} sets out how data is classified, assessed and transferred abroad. `
            .repeat(5)
            .trim(),
        ),
      ],
    },
  }
}
