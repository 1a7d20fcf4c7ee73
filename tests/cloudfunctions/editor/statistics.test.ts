import { createReader } from '#core/readers/create-reader'
import type { Follow } from '#core/readers/reader'
import { countRead } from '#shared/issues/endpoints'
import { saveSeries } from '#shared/series/endpoints'
import { countFollowers, countReads } from '#shared/statistics/endpoints'
import { functions } from '../../../config/functions'
import { anIssue } from '../../support/an-issue'
import { type DeskCloud, startDeskCloud } from '../../support/desk-cloud'
import { callFromPhone } from '../../support/fixture-functions'

jest.setTimeout(60_000)

const EDITOR = 'oEditor-0123456789abcdefghij'
const OWNER = 'oOwner-0123456789abcdefghijk'
const READER = 'oReader-0123456789abcdefghij'

let desk: DeskCloud

beforeAll(async () => {
  const { editor, issues } = functions
  desk = await startDeskCloud({ functions: editor && issues ? { editor, issues } : {} })
  await desk.appoint(EDITOR, 'editor')
  await desk.appoint(OWNER, 'owner')
})

afterAll(() => desk.close())

const all = (collection: string) =>
  desk.database.collection(collection).where({ _id: desk.database.command.gt('') })

describe('followers', () => {
  const { publication, disclaimer, contact } = anIssue()
  const now = 1_000_000_000_000
  const wish = (series: string, until: number | null): Follow => ({ series, since: 1, until })

  async function addReaders(follows: readonly Follow[][]) {
    const readers = follows.map((each, at) => ({ ...createReader(`o${at}`, 'zh'), follows: each }))
    for (let first = 0; first < readers.length; first += 500) {
      const some = readers.slice(first, first + 500)
      await desk.database
        .collection('readers')
        .add({ data: some.map(({ key, ...rest }) => ({ _id: key, ...rest })) })
    }
  }

  beforeAll(async () => {
    for (const [id, en] of [
      ['weekly', 'Weekly'],
      ['monthly', 'Monthly'],
    ] as const)
      await desk.call(
        saveSeries,
        {
          series: {
            id,
            title: { zh: null, en },
            otherTitles: [],
            defaults: { publication, disclaimer, contact },
            nextNumber: null,
          },
        },
        OWNER,
      )
  })

  afterEach(() => all('readers').remove())

  const counted = async () =>
    (await desk.call(countFollowers, {}, EDITOR)).series.map(({ id, followers }) => [id, followers])

  it('are those whose wish holds now, whatever they wished before', async () => {
    await addReaders([
      [wish('weekly', null)],
      [wish('weekly', null), wish('monthly', null)],
      [wish('weekly', now)],
      [wish('weekly', now), wish('weekly', null)],
      // Ended here, and another holds there.
      [wish('weekly', now), wish('monthly', null)],
      [],
    ])
    expect(await counted()).toEqual([
      ['monthly', 2],
      ['weekly', 3],
    ])
  })

  it('are all counted, wherever their keys stand in the index', async () => {
    await addReaders(Array.from({ length: 3_000 }, () => [wish('weekly', null)]))
    // The keys at the ends, and at the borders between what is counted apart.
    const odd = ['-', '--------', '3', '7', 'z', 'zzzzzzzz', '_', 'A'].map((_id) => ({
      ...createReader(`odd${_id}`, 'zh'),
      _id,
      follows: [wish('weekly', null)],
    }))
    await desk.database.collection('readers').add({ data: odd })
    expect(await counted()).toEqual([
      ['monthly', 0],
      ['weekly', 3_000 + odd.length],
    ])
  })
})

describe('reads', () => {
  const stored = (id: string, state: 'published' | 'withdrawn') => ({
    _id: id,
    state,
    seriesId: 'weekly-data-review',
    order: `2021-06-00:000${id}:${id}`,
    change: Number(id),
    revision: 1,
    summary: {},
    issue: anIssue({ id }),
    correction: null,
  })

  beforeAll(() =>
    desk.database
      .collection('issues')
      .add({ data: [stored('301', 'published'), stored('302', 'withdrawn'), stored('303', 'published')] }),
  )

  afterEach(() => all('reads').remove())

  const read = (id: string, mode: 'zh' | 'en' | 'both', channel: 'alert' | 'share' | 'direct') =>
    desk.reply(countRead, { id, mode, channel }, READER)
  const none = {
    modes: { zh: 0, en: 0, both: 0 },
    channels: { alert: 0, share: 0, code: 0, timeline: 0, direct: 0 },
  }

  it('are counted by language and by where the reader came from, each issue apart', async () => {
    await read('301', 'zh', 'alert')
    await read('301', 'zh', 'share')
    await read('301', 'both', 'alert')
    await read('303', 'en', 'direct')
    expect(await desk.call(countReads, { id: '301' }, EDITOR)).toEqual({
      modes: { ...none.modes, zh: 2, both: 1 },
      channels: { ...none.channels, alert: 2, share: 1 },
    })
    expect(await desk.call(countReads, { id: '303' }, EDITOR)).toEqual({
      modes: { ...none.modes, en: 1 },
      channels: { ...none.channels, direct: 1 },
    })
    expect(await desk.call(countReads, { id: '999' }, EDITOR)).toEqual(none)
  })

  it('lose none that come at once, and keep a few documents an issue', async () => {
    for (let batch = 0; batch < 6; batch += 1)
      await Promise.all(Array.from({ length: 20 }, () => read('301', 'zh', 'direct')))
    expect((await desk.call(countReads, { id: '301' }, EDITOR)).modes.zh).toBe(120)
    expect((await all('reads').limit(100).get()).data.length).toBeLessThanOrEqual(10)
  })

  it('say nothing of who reads', async () => {
    await read('301', 'zh', 'direct')
    const { data } = await all('reads').limit(100).get()
    expect(data).toEqual([
      {
        _id: expect.stringMatching(/^301:\d$/u),
        issueId: '301',
        modes: { zh: 1 },
        channels: { direct: 1 },
      },
    ])
  })

  it('are taken of phones that are not signed in', async () => {
    const event = { endpoint: 'read', input: { id: '301', mode: 'zh', channel: 'timeline' } }
    expect((await callFromPhone(desk.cloud, 'issues', event)).result).toEqual({ ok: true, data: {} })
    expect((await desk.call(countReads, { id: '301' }, EDITOR)).channels.timeline).toBe(1)
  })

  it.each(['302', '999'])(
    'of issue %s, which is not shown, are not counted, and nothing tells so',
    async (id) => {
      expect(await read(id, 'zh', 'direct')).toEqual({ ok: true, data: {} })
      expect((await all('reads').limit(100).get()).data).toEqual([])
    },
  )

  it.each([{ mode: 'fr' }, { channel: '$where' }, { id: '../x' }, { mode: '__proto__' }])(
    'are not counted of %j',
    async (odd) => {
      const input = { id: '301', mode: 'zh', channel: 'direct', ...odd }
      expect(await desk.send('issues', { endpoint: 'read', input }, READER)).toMatchObject({
        error: { code: 'INVALID_INPUT' },
      })
      expect((await all('reads').limit(100).get()).data).toEqual([])
    },
  )
})
