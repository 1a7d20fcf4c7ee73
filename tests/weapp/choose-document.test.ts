import { type DeskCloud, startDeskCloud } from '../support/desk-cloud'
import { openMiniProgram } from './support/mini-program'
import { READER } from './support/phone-network'

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
    const begun = phone.network.calls
      .filter(({ name }) => name === 'importer')
      .map(({ data }) => data as { endpoint: string; input: unknown })
      .find(({ endpoint }) => endpoint === 'begin')
    return { begun: begun?.input, said: phone.state.modals }
  }

  async function phoneWith(choice: { name: string; content: string } | 'cancelled' | 'denied') {
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
    expect(await choose('cancelled')).toEqual({ begun: undefined, said: [] })
  })

  it('offers no other kinds of files', async () => {
    expect(await choose({ name: '周报.xlsx', content: '表' })).toEqual({ begun: undefined, said: [] })
  })

  it('says what to do where WeChat cannot show the files', async () => {
    const { begun, said } = await choose('denied')
    expect(begun).toBeUndefined()
    expect(said).toEqual([expect.stringMatching(CANNOT)])
  })
})
