import { beginDraft, getDraft, listDrafts, saveDraft } from '#shared/drafts/endpoints'
import { aDraftItem, aDraftOf } from '../support/a-draft'
import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { wordDocument } from '../support/word-document'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { type NetworkState, READER } from './support/phone-network'

jest.setTimeout(60_000)

const COLLEAGUE = 'oColleague-0123456789abcdefg'
const DESK = 'editor/desk/index'
const TYPED = '数据安全法九月施行'

let desk: DeskCloud

beforeAll(async () => {
  desk = await startDeskCloud()
  await desk.appoint(COLLEAGUE, 'owner', '陈默')
  await desk.appoint(READER, 'editor', '林岚')
})

afterAll(() => desk.close())

/** Nothing of the earlier run goes on: its timers stand still, its answers do not come. Only what it kept is there. */
const openAgain = ({ storage }: MiniProgram, path: string, query: Record<string, string> = {}) =>
  openMiniProgram({ cloud: desk.cloud, path, query, storage })

describe('an import during which the mini-program was killed', () => {
  // The same document would go on the draft that there is.
  beforeEach(() =>
    desk.database
      .collection('drafts')
      .where({ _id: desk.database.command.gt('') })
      .remove(),
  )

  /** Killed while the importer is asked to read the document. */
  async function killedWhile(asking: NetworkState, content: string | Buffer): Promise<MiniProgram> {
    const phone = await openMiniProgram({ cloud: desk.cloud, path: DESK })
    phone.files.choice = { name: '周报.docx', content }
    phone.network.turn = { at: 'run', to: asking }
    await phone.tap('选择文档')
    expect(phone.page.lines).toContain('正在读取“周报.docx”，通常不到一分钟…')
    return phone
  }

  it.each<[string, NetworkState]>([
    ['was asked for in vain', 'held'],
    ['went on in the cloud alone', 'unanswered'],
  ])('is a draft when the desk is opened again, where it %s', async (_name, asking) => {
    const phone = await killedWhile(asking, wordDocument())
    const again = await openAgain(phone, DESK)
    expect(again.page.path).toBe('editor/draft/index')
    expect((await desk.call(listDrafts, {}, COLLEAGUE)).drafts).toHaveLength(1)
    expect(desk.cloud.files.list()).toEqual([])

    const later = await openAgain(again, DESK)
    expect(later.page.path).toBe(DESK)
  })

  it('says then why the document is none', async () => {
    const phone = await killedWhile('held', 'PK')
    const again = await openAgain(phone, DESK)
    expect(again.page.path).toBe(DESK)
    expect(again.page.lines).toContain('“周报.docx”没有读成：')
  })
})

describe('a title that was being typed when the mini-program was killed', () => {
  const title = (phone: MiniProgram) => phone.page.all({ className: 'field__area' })[0]
  const storedTitle = async (id: string) =>
    (await desk.call(getDraft, { id }, COLLEAGUE)).draft.issue.sections[0]?.items[0]?.title.zh

  async function openItem(): Promise<{ id: string; phone: MiniProgram }> {
    const { id } = await desk.call(beginDraft, {}, COLLEAGUE)
    const issue = aDraftOf([aDraftItem()])
    await desk.call(saveDraft, { id, revision: 1, issue, differences: [], dismissed: [] }, COLLEAGUE)
    const phone = await openMiniProgram({
      cloud: desk.cloud,
      path: 'editor/item/index',
      query: { id, item: 'item1' },
    })
    return { id, phone }
  }

  function typeIn(phone: MiniProgram): void {
    const field = title(phone)
    if (!field) throw new Error('There is no field for the title.')
    phone.page.tellOf(field, 'input', { value: TYPED, cursor: TYPED.length })
  }

  it('is there when the draft is opened again, and is then saved', async () => {
    const { id, phone } = await openItem()
    typeIn(phone)
    expect(await storedTitle(id)).not.toBe(TYPED)
    const again = await openAgain(phone, 'editor/item/index', { id, item: 'item1' })
    expect(title(again)?.attributes.value).toBe(TYPED)
    expect(again.page.lines).toContain('已保存')
    expect(await storedTitle(id)).toBe(TYPED)
  })

  it('is no other’s change where it was saved and the answer never came', async () => {
    const { id, phone } = await openItem()
    phone.network.turn = { at: 'save-draft', to: 'unanswered' }
    typeIn(phone)
    await phone.settle()
    expect(await storedTitle(id)).toBe(TYPED)
    const again = await openAgain(phone, 'editor/item/index', { id, item: 'item1' })
    expect(again.page.lines).toContain('已保存')
    expect(title(again)?.attributes.value).toBe(TYPED)
  })
})
