import type { Draft } from '#shared/drafts/draft'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import { setText } from '#shared/drafts/set-text'
import { createUnsavedDrafts } from '../../../src/editor/unsaved-drafts'
import { aDraftOf } from '../../support/a-draft'
import { aBrokenStorage } from '../../support/a-storage'
import { aDesk, aDraft, calm, ID } from './a-desk'

const title =
  (text: string, item = 'one') =>
  (issue: DraftIssue) =>
    setText(issue, { of: 'title', item, language: 'zh' }, text)
const titles = ({ sections }: DraftIssue) =>
  sections.flatMap((each) => each.items.map((item) => item.title.zh))

async function opened(desk = aDesk()) {
  const store = desk.open()
  await store.refresh()
  return { desk, store }
}

describe('a draft in hand', () => {
  it('is what the cloud has, with the numbers that come next', async () => {
    const { store } = await opened()
    expect(store.get()).toMatchObject({
      draft: { id: ID, revision: 1 },
      next: { number: 302, seriesNumber: 91 },
      saving: 'saved',
      trouble: null,
    })
  })

  it('says why it could not be opened', async () => {
    const desk = aDesk()
    desk.network('FORBIDDEN')
    const { store } = await opened(desk)
    expect(store.get()).toMatchObject({ draft: null, trouble: 'FORBIDDEN' })
  })

  it('is saved 1.5 s after the last change, and not before', async () => {
    const { desk, store } = await opened()
    store.change(title('甲'))
    await desk.pass(1_000)
    store.change(title('甲乙'))
    await desk.pass(1_499)
    expect(desk.saves).toEqual([])
    expect(store.get().saving).toBe('saving')
    await desk.pass(1)
    expect(desk.saves).toMatchObject([{ id: ID, revision: 1 }])
    expect(titles(desk.cloud.issue)[0]).toBe('甲乙')
    expect(store.get()).toMatchObject({ saving: 'saved', draft: { revision: 2 } })
  })

  it('saves nothing where an edit changed nothing', async () => {
    const { desk, store } = await opened()
    store.change((issue) => issue)
    expect(store.get().saving).toBe('saved')
    expect(desk.timers).toEqual([])
  })

  it('is sent at once when a page is left', async () => {
    const { desk, store } = await opened()
    store.change(title('甲'))
    await store.flush()
    expect(titles(desk.cloud.issue)[0]).toBe('甲')
    expect(desk.timers).toEqual([])
  })

  it('has one save under way at a time, and what was typed meanwhile follows it', async () => {
    const { desk, store } = await opened()
    desk.hold()
    store.change(title('甲'))
    await desk.pass(1_500)
    store.change(title('甲乙'))
    await desk.pass(1_500)
    expect(desk.saves).toHaveLength(1)
    desk.release()
    await calm()
    expect(desk.saves.map(({ revision }) => revision)).toEqual([1, 2])
    expect(titles(desk.cloud.issue)[0]).toBe('甲乙')
    expect(store.get().saving).toBe('saved')
  })

  it('keeps each change on the phone at once, and nothing of it once the cloud has it', async () => {
    const { desk, store } = await opened()
    store.change(title('甲'))
    expect(JSON.stringify(desk.storage.get(`draft:${ID}`))).toContain('甲')
    await store.flush()
    expect(desk.storage.get(`draft:${ID}`)).toBe('')
    expect(createUnsavedDrafts(desk.storage).ids()).toEqual([])
  })

  it('says so where the phone has no room for what the cloud does not have', async () => {
    const desk = aDesk(aDraft(), aBrokenStorage())
    const { store } = await opened(desk)
    expect(store.get().isKept).toBe(true)
    desk.network('off')
    store.change(title('甲'))
    await store.flush()
    expect(store.get()).toMatchObject({ saving: 'offline', isKept: false })
    desk.network('on')
    await store.flush()
    expect(titles(desk.cloud.issue)[0]).toBe('甲')
    expect(store.get()).toMatchObject({ saving: 'saved', isKept: true })
  })

  it('goes on after a kill where it was, also without a network', async () => {
    const { desk, store } = await opened()
    store.change(title('甲'))
    desk.network('off')
    expect(createUnsavedDrafts(desk.storage).ids()).toEqual([ID])
    const { store: later } = await opened(desk)
    expect(titles(later.get().draft?.issue ?? aDraftOf([]))[0]).toBe('甲')
    expect(later.get().saving).toBe('offline')
    desk.network('on')
    await later.refresh()
    expect(titles(desk.cloud.issue)[0]).toBe('甲')
    expect(later.get().saving).toBe('saved')
  })

  it('takes what others saved where nothing is unsaved', async () => {
    const { desk, store } = await opened()
    desk.another(title('丙'))
    await store.refresh()
    expect(titles(store.get().draft?.issue ?? aDraftOf([]))[0]).toBe('丙')
    expect(store.get().saving).toBe('saved')
  })

  it('does not go back to an older answer', async () => {
    const { desk, store } = await opened()
    const before = desk.cloud
    store.change(title('甲'))
    await store.flush()
    store.learn(before)
    expect(store.get().draft?.revision).toBe(2)
  })

  it('takes in what another act has answered', async () => {
    const { desk, store } = await opened()
    store.learn({
      ...desk.cloud,
      publication: { ...desk.cloud.publication, state: 'published', revision: 1 },
    })
    expect(store.get().draft?.publication.state).toBe('published')
  })
})

describe('a draft without a network', () => {
  it('tries again after 3, 10, 30, 60 and 120 s, and then waits for the editor or the phone', async () => {
    const { desk, store } = await opened()
    desk.network('off')
    store.change(title('甲'))
    await desk.pass(1_500)
    expect(store.get().saving).toBe('offline')
    for (const ms of [3_000, 10_000, 30_000, 60_000, 120_000]) {
      const before = desk.saves.length
      await desk.pass(ms - 1)
      expect(desk.saves).toHaveLength(before)
      await desk.pass(1)
      expect(desk.saves).toHaveLength(before + 1)
    }
    expect(desk.timers).toEqual([])
    desk.network('on')
    await store.flush()
    expect(store.get().saving).toBe('saved')
  })

  it.each([
    ['stored', 'loses the answer'],
    ['lost', 'off'],
  ] as const)(
    'is not in conflict with itself where the save was %s and its answer lost',
    async (_name, state) => {
      const { desk, store } = await opened()
      store.change(title('甲'))
      store.dismiss('m1', '译名如此')
      desk.network(state)
      await store.flush()
      store.change(title('甲乙'))
      desk.network('on')
      await store.flush()
      expect(store.get()).toMatchObject({ saving: 'saved', theirs: null })
      expect(titles(desk.cloud.issue)[0]).toBe('甲乙')
    },
  )

  it('knows its own lost save again after a kill, and has nothing left to save', async () => {
    const { desk, store } = await opened()
    store.change(title('甲'))
    desk.network('loses the answer')
    await store.flush()
    desk.network('on')
    const { store: later } = await opened(desk)
    expect(later.get()).toMatchObject({ saving: 'saved', draft: { revision: 2 } })
    expect(desk.saves).toHaveLength(1)
  })

  it('says what the cloud refused, keeps it, and tries again with the next change', async () => {
    const { desk, store } = await opened()
    desk.network('FORBIDDEN')
    store.change(title('甲'))
    await store.flush()
    expect(store.get()).toMatchObject({ saving: 'refused', refusal: 'FORBIDDEN' })
    expect(desk.timers).toEqual([])
    desk.network('on')
    store.change(title('甲乙'))
    await desk.pass(1_500)
    expect(store.get()).toMatchObject({ saving: 'saved', refusal: null })
  })
})

describe('a draft that two editors change at once', () => {
  async function inConflict() {
    const { desk, store } = await opened()
    store.change(title('甲'))
    desk.another((issue) => title('丁', 'two')(title('丙')(issue)))
    await store.flush()
    return { desk, store }
  }

  it('overwrites nothing, and names the other', async () => {
    const { desk, store } = await inConflict()
    expect(store.get()).toMatchObject({ saving: 'conflict', theirs: { changedBy: '陈默', revision: 2 } })
    expect(titles(desk.cloud.issue)).toEqual(['丙', '丁'])
    expect(titles(store.get().draft?.issue ?? aDraftOf([]))[0]).toBe('甲')
  })

  it('sends nothing more until it is settled, and keeps what is typed', async () => {
    const { desk, store } = await inConflict()
    const before = desk.saves.length
    store.change(title('甲乙'))
    await desk.pass(10_000)
    expect(desk.saves).toHaveLength(before)
    expect(JSON.stringify(desk.storage.get(`draft:${ID}`))).toContain('甲乙')
  })

  it('merges both: ours stands where both changed one part, and the difference is listed', async () => {
    const { desk, store } = await inConflict()
    store.mergeBoth()
    await calm()
    expect(titles(desk.cloud.issue)).toEqual(['甲', '丁'])
    expect(desk.cloud.differences).toMatchObject([{ key: 'one', part: 'title.zh', ours: '甲', theirs: '丙' }])
    expect(store.get()).toMatchObject({ saving: 'saved', theirs: null })
  })

  it('lists a part that differs once more once, as it differs now', async () => {
    const { desk, store } = await inConflict()
    store.mergeBoth()
    await calm()
    store.change(title('甲乙'))
    desk.another(title('戊'))
    await store.flush()
    store.mergeBoth()
    await calm()
    expect(desk.cloud.differences).toMatchObject([{ part: 'title.zh', ours: '甲乙', theirs: '戊' }])
    expect(desk.cloud.differences).toHaveLength(1)
  })

  it('takes theirs of a difference, and lists it no more', async () => {
    const { desk, store } = await inConflict()
    store.mergeBoth()
    await calm()
    const [difference] = store.get().draft?.differences ?? []
    if (!difference) throw new Error('Nothing differs.')
    store.takeTheirs(difference)
    await store.flush()
    expect(titles(desk.cloud.issue)).toEqual(['丙', '丁'])
    expect(desk.cloud.differences).toEqual([])
  })

  it('lets ours stand of a difference, and lists it no more', async () => {
    const { desk, store } = await inConflict()
    store.mergeBoth()
    await calm()
    const [difference] = store.get().draft?.differences ?? []
    if (!difference) throw new Error('Nothing differs.')
    store.keepOurs(difference)
    await store.flush()
    expect(titles(desk.cloud.issue)).toEqual(['甲', '丁'])
    expect(desk.cloud.differences).toEqual([])
  })

  it('gives up ours for all of theirs', async () => {
    const { desk, store } = await inConflict()
    store.takeAllTheirs()
    expect(titles(store.get().draft?.issue ?? aDraftOf([]))).toEqual(['丙', '丁'])
    expect(store.get()).toMatchObject({ saving: 'saved', theirs: null })
    expect(desk.storage.get(`draft:${ID}`)).toBe('')
  })

  it('keeps the dismissals of both, and drops what one took back', async () => {
    const marks = (draft: Draft) => draft.dismissed.map(({ mark }) => mark)
    const { desk, store } = await opened(
      aDesk(aDraft({ dismissed: [{ mark: 'old', reason: '无误', by: '' }] })),
    )
    store.undoDismiss('old')
    store.dismiss('ours', '译名如此')
    desk.another((issue) => issue)
    Object.assign(desk.cloud, {
      dismissed: [...desk.cloud.dismissed, { mark: 'theirs', reason: '无误', by: '陈默' }],
    })
    await store.flush()
    store.mergeBoth()
    await calm()
    expect(marks(desk.cloud)).toEqual(['theirs', 'ours'])
  })

  it('is heard of at once where the page comes back to the front', async () => {
    const { desk, store } = await opened()
    desk.network('off')
    store.change(title('甲'))
    await store.flush()
    desk.another(title('丙'))
    desk.network('on')
    await store.refresh()
    expect(store.get().saving).toBe('conflict')
  })
})
