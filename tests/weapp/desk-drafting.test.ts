import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beginDraft, getDraft, saveDraft } from '#shared/drafts/endpoints'
import { setText } from '#shared/drafts/set-text'
import { inviteEditor } from '#shared/editors/endpoints'
import { aDraftItem, aDraftOf } from '../support/a-draft'
import { type DeskCloud, OWNER_CODE, startDeskCloud } from '../support/desk-cloud'
import { type MiniProgram, openMiniProgram } from './support/mini-program'
import { READER } from './support/phone-network'

jest.setTimeout(60_000)

const COLLEAGUE = 'oColleague-0123456789abcdefg'
const DESK = 'editor/desk/index'

let desk: DeskCloud
let number = 700

beforeAll(async () => {
  desk = await startDeskCloud()
})

beforeEach(async () => {
  await desk.clear()
  await desk.appoint(COLLEAGUE, 'owner', '陈默')
  await desk.appoint(READER, 'editor', '林岚')
})

afterAll(() => desk.close())

async function aDraft(items = [aDraftItem()]): Promise<string> {
  number += 1
  const issue = aDraftOf(items, {
    number,
    series: { title: { zh: '数据周报', en: 'Weekly Data Review' }, number },
  })
  const { id } = await desk.call(beginDraft, {}, COLLEAGUE)
  await desk.call(saveDraft, { id, revision: 1, issue, differences: [], dismissed: [] }, COLLEAGUE)
  return id
}

const stored = async (id: string) => (await desk.call(getDraft, { id }, COLLEAGUE)).draft
const itemsIn = async (id: string) => (await stored(id)).issue.sections.flatMap(({ items }) => items)

/** A colleague changes an item's Chinese title on another phone. */
async function another(id: string, title: string, item = 'item1'): Promise<void> {
  const { revision, issue, differences, dismissed } = await stored(id)
  const changed = setText(issue, { of: 'title', item, language: 'zh' }, title)
  await desk.call(saveDraft, { id, revision, issue: changed, differences, dismissed }, COLLEAGUE)
}

const openItem = (id: string, more: Partial<Parameters<typeof openMiniProgram>[0]> = {}) =>
  openMiniProgram({ cloud: desk.cloud, path: 'editor/item/index', query: { id, item: 'item1' }, ...more })
const openDraft = (id: string) =>
  openMiniProgram({ cloud: desk.cloud, path: 'editor/draft/index', query: { id } })

const fieldsOf = (phone: MiniProgram, className: string) => phone.page.all({ className })
/** Of the Chinese half, which stands first. */
const title = (phone: MiniProgram) => () => fieldsOf(phone, 'field__area')[0]
const source = (phone: MiniProgram) => () => fieldsOf(phone, 'field__area')[1]
const paragraph = (phone: MiniProgram) => () => fieldsOf(phone, 'paragraph__text--zh')[0]

describe('the way to the desk', () => {
  it('is closed to who has no role, and says whom to ask', async () => {
    await desk.clear()
    await desk.appoint(COLLEAGUE, 'owner')
    const phone = await openMiniProgram({ cloud: desk.cloud, path: DESK })
    expect(phone.page.lines).toContain('这里是编辑台')
    expect(phone.page.has('选择文档')).toBe(false)
    expect(phone.page.has('领取')).toBe(false)
  })

  it('opens to the first owner by the code, and by no other', async () => {
    await desk.clear()
    const phone = await openMiniProgram({ cloud: desk.cloud, path: DESK })
    const fill = async (code: string) => {
      await phone.type(() => fieldsOf(phone, 'field__input')[0], code)
      await phone.type(() => fieldsOf(phone, 'field__input')[1], '林岚')
      await phone.tap('领取')
    }
    await fill('a guess')
    expect(phone.page.lines).toContain('代码不对，或者已经用过了。')
    await fill(OWNER_CODE)
    expect(phone.page.lines).toContain('林岚 · 负责人')
  })

  it('opens by an invitation, once', async () => {
    await desk.clear()
    await desk.appoint(COLLEAGUE, 'owner')
    const { token } = await desk.call(inviteEditor, { name: '林岚', role: 'editor' }, COLLEAGUE)
    const opening = { cloud: desk.cloud, path: DESK, query: { invitation: token } }
    const phone = await openMiniProgram(opening)
    await phone.tap('接受邀请')
    expect(phone.page.lines).toEqual(expect.arrayContaining(['您好，林岚。', '林岚 · 编辑']))
  })
})

describe('a document', () => {
  const content = readFileSync(join(__dirname, '../../content/no-200.md'), 'utf8')

  it('becomes a draft, from which a tap leads to its items', async () => {
    const phone = await openMiniProgram({ cloud: desk.cloud, path: DESK })
    phone.files.choice = { name: 'no-200.md', content }
    await phone.tap('选择文档')
    expect(phone.page.path).toBe('editor/draft/index')
    expect(phone.page.lines).toContain('已保存')
    const [first] = phone.page.all({ className: 'item-row' })
    if (!first) throw new Error('The draft has no item.')
    await phone.tap(first)
    expect(phone.page.path).toBe('editor/item/index')
    await phone.back()
    await phone.back()
    expect(phone.page.all({ className: 'draft-row' }).length).toBeGreaterThan(0)
  })

  it('that is none says so, and what to do', async () => {
    const phone = await openMiniProgram({ cloud: desk.cloud, path: DESK })
    phone.files.choice = { name: 'photo.docx', content: '\u0089PNG' }
    await phone.tap('选择文档')
    expect(phone.page.path).toBe(DESK)
    expect(phone.page.lines).toContain('“photo.docx”没有读成：')
  })
})

describe('what an editor types', () => {
  it('is saved, and there for the colleague', async () => {
    const id = await aDraft()
    const phone = await openItem(id)
    await phone.type(title(phone), '数据安全法今起施行')
    expect(phone.page.lines).toContain('已保存')
    expect((await itemsIn(id))[0]?.title.zh).toBe('数据安全法今起施行')
  })

  it('becomes paragraphs where return is pressed, and emphasis and links where they are marked', async () => {
    const id = await aDraft()
    const phone = await openItem(id)
    await phone.type(paragraph(phone), '草案*公开*征求意见。\n见[全文](https://www.npc.gov.cn/a)。')
    expect((await itemsIn(id))[0]?.body.zh).toEqual([
      [{ text: '草案' }, { text: '公开', emphasis: true }, { text: '征求意见。' }],
      [{ text: '见' }, { text: '全文', href: 'https://www.npc.gov.cn/a' }, { text: '。' }],
    ])
    expect(phone.page.all({ className: 'paragraph__text--zh' })).toHaveLength(2)
  })

  it('is cut at the cursor by a tap, joined again, and a removed paragraph comes back', async () => {
    const id = await aDraft()
    const phone = await openItem(id)
    const texts = async () =>
      (await itemsIn(id))[0]?.body.zh?.map((spans) => spans.map(({ text }) => text).join(''))
    await phone.type(paragraph(phone), '草案公开征求意见。', 2)
    await phone.tap('拆分')
    expect(await texts()).toEqual(['草案', '公开征求意见。'])
    await phone.type(paragraph(phone), '草案', 2)
    await phone.tap('并入下段')
    expect(await texts()).toEqual(['草案公开征求意见。'])
    await phone.tap('删除')
    expect(await texts()).toBeUndefined()
    await phone.tap('撤销')
    expect(await texts()).toEqual(['草案公开征求意见。'])
  })

  it('is no link of another kind: that is said, and kept as it was typed until it is one', async () => {
    const id = await aDraft()
    const phone = await openItem(id)
    const before = (await itemsIn(id))[0]?.source.zh
    await phone.type(source(phone), 'javascript:alert(1)')
    expect(phone.page.has({ className: 'field__note--wrong' })).toBe(true)
    expect((await itemsIn(id))[0]?.source.zh).toBe(before)
    const later = await openItem(id, { storage: phone.storage })
    expect(source(later)()?.attributes.value).toBe('javascript:alert(1)')
    await phone.type(source(phone), 'https://www.npc.gov.cn/b')
    expect((await itemsIn(id))[0]?.source.zh).toBe('https://www.npc.gov.cn/b')
    expect(phone.page.has({ className: 'field__note--wrong' })).toBe(false)
  })

  it('outlives the network and the mini-program, and is sent when the desk is next opened', async () => {
    const id = await aDraft()
    const phone = await openItem(id)
    phone.network.state = 'cut'
    await phone.type(title(phone), '断网时写的标题')
    expect(phone.page.lines).toContain('没有网络 · 已存在本机，联网后自动保存')
    const later = await openItem(id, { storage: phone.storage, network: 'cut' })
    expect(title(later)()?.attributes.value).toBe('断网时写的标题')
    await openMiniProgram({ cloud: desk.cloud, path: DESK, storage: phone.storage })
    expect((await itemsIn(id))[0]?.title.zh).toBe('断网时写的标题')
  })

  it('meets what a colleague saved: both are kept, and where they differ the editor decides', async () => {
    const id = await aDraft([aDraftItem(), aDraftItem({ key: 'item2' })])
    const phone = await openItem(id)
    await another(id, '同事的标题')
    await another(id, '同事改的第二条', 'item2')
    await phone.type(title(phone), '我的标题')
    expect(phone.page.lines).toContain('陈默刚刚也改了这一期。您的改动还在本机，没有覆盖对方的。')
    expect((await itemsIn(id)).map(({ title }) => title.zh)).toEqual(['同事的标题', '同事改的第二条'])
    await phone.tap('合并双方的改动')
    expect((await itemsIn(id)).map(({ title }) => title.zh)).toEqual(['我的标题', '同事改的第二条'])

    const draft = await openDraft(id)
    expect(draft.page.lines).toEqual(expect.arrayContaining(['我的标题', '同事的标题']))
    await draft.tap('改用另一种')
    expect((await itemsIn(id))[0]?.title.zh).toBe('同事的标题')
    expect(draft.page.has('改用另一种')).toBe(false)
  })
})

describe('items', () => {
  const zhOnly = aDraftItem({
    title: { zh: '只有中文', en: null },
    body: { zh: [[{ text: '草案。' }]], en: null },
  })
  const enOnly = aDraftItem({
    key: 'item2',
    title: { zh: null, en: 'Only English' },
    body: { zh: null, en: [[{ text: 'Draft.' }]] },
  })

  it('are paired and parted by taps, and either is taken back', async () => {
    const id = await aDraft([zhOnly, enOnly])
    const phone = await openDraft(id)
    await phone.tap('调整次序')
    await phone.tap({ role: 'button', label: '配对… 只有中文' })
    await phone.tap({ role: 'link', text: /Only English/u })
    expect((await itemsIn(id)).map(({ title }) => title)).toEqual([{ zh: '只有中文', en: 'Only English' }])
    await phone.tap('拆成两条')
    expect(await itemsIn(id)).toHaveLength(2)
    await phone.tap('撤销')
    expect(await itemsIn(id)).toHaveLength(1)
  })

  it('are moved within and between sections, removed, and brought back', async () => {
    const id = await aDraft([zhOnly, enOnly])
    const phone = await openDraft(id)
    await phone.tap('加一个栏目')
    await phone.tap({ role: 'button', label: '下移 只有中文' })
    expect((await itemsIn(id)).map(({ key }) => key)).toEqual(['item2', 'item1'])
    await phone.tap({ role: 'button', label: '移到… 只有中文' })
    await phone.tap({ role: 'link', text: /未命名的栏目/u })
    expect((await stored(id)).issue.sections.map(({ items }) => items.map(({ key }) => key))).toEqual([
      ['item2'],
      ['item1'],
    ])
    await phone.tap({ role: 'button', label: '删除 只有中文' })
    expect((await itemsIn(id)).map(({ key }) => key)).toEqual(['item2'])
    await phone.tap('撤销')
    expect((await itemsIn(id)).map(({ key }) => key)).toEqual(['item2', 'item1'])
  })
})
