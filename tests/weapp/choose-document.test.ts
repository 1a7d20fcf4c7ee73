import { hostileFiles } from '../fixtures/importer/docx/hostile-files'
import { styledDocuments } from '../fixtures/importer/docx/styled-documents'
import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { openMiniProgram } from './support/mini-program'
import { READER } from './support/phone-network'

const ours = styledDocuments['styles in Chinese']
if (!ours) throw new Error('There is no such fixture.')
const hostile = hostileFiles(ours)
const CANNOT = /^微信未能打开聊天中的文件。/u

describe('choosing a document from a chat', () => {
  let desk: DeskCloud

  beforeAll(async () => {
    desk = await startDeskCloud()
    await desk.appoint(READER, 'editor')
  })

  afterAll(() => desk.close())

  /** An editor at the desk taps, and makes that choice. */
  async function choose(choice: Parameters<typeof phoneWith>[0]) {
    const phone = await phoneWith(choice)
    await phone.tap('选择文档')
    const said = phone.state.modals
    const begun = phone.network.calls
      .filter(({ name }) => name === 'importer')
      .map(({ data }) => data as { endpoint: string; input: unknown })
      .find(({ endpoint }) => endpoint === 'begin')
    return { begun: begun?.input, said, phone }
  }

  async function phoneWith(choice: { name: string; content: string | Buffer } | 'cancelled' | 'denied') {
    const phone = await openMiniProgram({ cloud: desk.cloud, path: 'editor/desk/index' })
    phone.files.choice = choice
    return phone
  }

  it('begins its import, under its name and with its size', async () => {
    const { begun, said } = await choose({ name: '第204期.docx', content: '文' })
    expect(begun).toEqual({ fileName: '第204期.docx', bytes: 3 })
    expect(said).toEqual([])
  })

  it('begins nothing and says nothing where it was cancelled', async () => {
    const { begun, said, phone } = await choose('cancelled')
    expect([begun, said]).toEqual([undefined, []])
    expect(phone.page.has({ className: 'said' })).toBe(false)
  })

  it('offers no other kinds of files', async () => {
    expect(await choose({ name: '周报.xlsx', content: '表' })).toMatchObject({ begun: undefined, said: [] })
  })

  it('says what to do where WeChat cannot show the files', async () => {
    const { begun, said } = await choose('denied')
    expect(begun).toBeUndefined()
    expect(said).toEqual([expect.stringMatching(CANNOT)])
  })

  it.each([
    ['an Excel workbook', '这不是能读的格式。请在 Word 中另存为 .docx，或选择 PDF、Markdown 文件。'],
    ['a picture', '这不是能读的格式。请在 Word 中另存为 .docx，或选择 PDF、Markdown 文件。'],
    ['a Word document with a password', '文档设有密码。请在 Word 中去掉密码，另存为 .docx 后再选。'],
    ['a file of which the end is missing', '文档已损坏或不完整。请用 Word 打开，重新保存为 .docx 后再选。'],
    ['a bomb of entities', '文件里有 Word 文档不会有的声明。请用 Word 打开，重新保存为 .docx 后再选。'],
  ])('says what to do where a .docx is %s', async (kind, sentence) => {
    const content = Buffer.from(hostile[kind]?.bytes() ?? [])
    const { phone } = await choose({ name: '周报.docx', content })
    expect(phone.page.path).toBe('editor/desk/index')
    expect(phone.page.lines).toContain('“周报.docx”没有读成：')
    expect(phone.page.lines).toContain(sentence)
    expect(desk.cloud.files.list()).toEqual([])
  })
})
