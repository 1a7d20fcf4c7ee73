import { fromMarkdown } from 'mdast-util-from-markdown'
import { type ImportResult, importDocument } from '#core/importer/import-document'
import type { Figure } from './figure'
import { median } from './median'
import { timed } from './timed'

const ROUNDS = 9
/** A small document is parsed several times a round, so that both sizes are measured over a like time. */
const SIZES = { small: { bytes: 100_000, times: 10 }, large: { bytes: 1_000_000, times: 1 } }

/** What importing a document costs, against only building its Markdown tree, and how both grow with its size. */
export async function benchMarkdown(): Promise<Figure[]> {
  const small = await subjectOf(SIZES.small)
  const large = await subjectOf(SIZES.large)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const subject of [small, large]) await subject.measure()
    // Lets the process breathe, so that one round's garbage is not another's cost.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return [
    {
      name: 'markdown/parse',
      value: large.whole() / large.tree(),
      atMost: 3,
      baseline: 'building the Markdown tree of the same 1 MB newsletter',
    },
    {
      name: 'markdown/growth',
      value: large.whole() / small.whole() / (large.tree() / small.tree()),
      atMost: 1.2,
      baseline: 'the growth of building the tree from 100 KB to 1 MB',
    },
  ]
}

type Subject = { measure(): Promise<void>; tree(): number; whole(): number }

/** Alternates both ways of reading one document, so that a slow moment of the machine strikes both. */
async function subjectOf({ bytes, times }: { bytes: number; times: number }): Promise<Subject> {
  const text = generateNewsletter(bytes)
  const document = new TextEncoder().encode(text)
  const tree: number[] = []
  const whole: number[] = []
  assertIssue(await importDocument(document))
  return {
    async measure() {
      let [treeTime, wholeTime] = [0, 0]
      for (let run = 0; run < times; run += 1) {
        treeTime += await timed(async () => fromMarkdown(text))
        wholeTime += await timed(() => importDocument(document))
      }
      tree.push(treeTime)
      whole.push(wholeTime)
    },
    tree: () => median(tree),
    whole: () => median(whole),
  }
}

function assertIssue({ issue, problems }: ImportResult): void {
  if (!issue) throw new Error(`The generated newsletter was refused: ${problems[0]?.message}`)
}

const ITEMS_A_SECTION = 40

/** A newsletter of distinct items with a contents list, at least `bytes` long in UTF-8. */
export function generateNewsletter(bytes: number): string {
  const contents: string[] = []
  const body: string[] = []
  let size = 0
  for (let index = 0; size < bytes; index += 1) {
    const parts = generateItem(index)
    const added = [
      ...(index % ITEMS_A_SECTION === 0 ? generateSection(index / ITEMS_A_SECTION) : []),
      parts.body,
    ]
    contents.push(...(added.length > 1 ? added.slice(0, 1) : []), parts.zh, parts.en)
    body.push(...added)
    size += Buffer.byteLength([...added, parts.zh, parts.en].join('\n\n'))
  }
  return [MASTHEAD, ...contents, ...body, TAIL].join('\n\n')
}

const MASTHEAD =
  '# 远山观察 BULLETIN\n\n## No.88\n\n2022.03\n\n### 远山数据合规周报\n\n### Weekly Data Compliance Review\n\n#### No.12'
const TAIL =
  '本刊仅供参考，不构成法律意见。\n\nThis bulletin does not constitute legal advice.\n\n杭州 | 成都\n\nTel: +86571 81000001'

function generateSection(index: number): string[] {
  return [`## 第${index + 1}类要闻 | Kind ${index + 1} News`]
}

function generateItem(index: number): { zh: string; en: string; body: string } {
  const [month, day] = [(index % 12) + 1, (index % 28) + 1]
  const zh = `第${index}号数据处理者因未履行保护义务被处罚款${index * 7 + 3}万元`
  const en = `Data Processor ${index} Is Fined RMB ${index * 7 + 3} Million for Lack of Protection`
  const chinese =
    `2022年${month}月${day}日，主管部门公布对第${index}号数据处理者的处罚决定，认定其在${index + 5}项业务中未履行个人信息保护义务。` +
    '决定书指出，该处理者未制定内部管理制度，未对敏感个人信息加密，也未在事件发生后及时通知个人。'.repeat(2)
  const english =
    `In month ${month}, the authority published its decision on processor ${index}, which failed in ${index + 5} lines of business. ` +
    'The decision under the *Personal Information Protection Law* says that it had no internal rules, did not encrypt sensitive data, and did not notify the persons concerned in time. '.repeat(
      2,
    )
  const body = [
    `### ${zh}`,
    `${chinese}（[查看更多](https://news.example/zh/${index})）`,
    `### ${en}`,
    `${english}([More](https://news.example/en/${index}))`,
  ].join('\n\n')
  return { zh, en, body }
}
