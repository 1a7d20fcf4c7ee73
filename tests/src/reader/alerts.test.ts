import { type AlertCalls, createAlerts, type Panel } from '#reader/alerts'
import type { Subscriptions } from '#shared/alerts/endpoints'
import { AppError } from '#shared/errors'

const T = 'template'
const stand = (credits: number, more: Partial<Subscriptions> = {}): Subscriptions => ({
  offers: [{ seriesId: 'weekly', title: { zh: '周报', en: 'Weekly' }, templateId: T }],
  stock: 5,
  follows: ['weekly'],
  templates: { [T]: { credits, refused: false } },
  ...more,
})

function inMemory<V>(hasRoom = true) {
  let kept: V | null = null
  return {
    get: () => kept,
    set: (value: V) => {
      kept = hasRoom ? value : null
    },
    remove: () => {
      kept = null
    },
  }
}

type Setting = { now?: Subscriptions; word?: string; kept?: string; isOn?: boolean; hasRoom?: boolean }

/** A phone, WeChat and the cloud, which says what it is told to. */
function aReader({ now = stand(0), word = 'accept', kept, isOn = true, hasRoom = true }: Setting = {}) {
  const reports: Parameters<AlertCalls['report']>[0][] = []
  const told: string[] = []
  const opened: string[][] = []
  let network: 'on' | 'off' | 'refuses' = 'on'
  let refusedSeries: string | null = null
  let answers: (() => void)[] = []
  let isHeld = false
  let isSlow = false
  const waiting: (() => void)[] = []
  let hasAsked = () => {}
  let language: 'zh' | 'en' = 'zh'
  const reach = async <V>(value: V): Promise<V> => {
    if (network === 'off') throw new AppError('OFFLINE', 'No connection.')
    if (network === 'refuses') throw new AppError('INVALID_INPUT', 'No.')
    return value
  }
  const calls: AlertCalls = {
    async get() {
      const asked = now
      if (isSlow)
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
          hasAsked()
        })
      return reach(asked)
    },
    async report(report) {
      await reach(null)
      if (report.seriesId !== null && report.seriesId === refusedSeries)
        throw new AppError('NOT_FOUND', 'None.')
      reports.push(report)
      return now
    },
    stop: () => reach(stand(0, { follows: [] })),
    async language(chosen) {
      await reach(null)
      // A phone that asks for ever would never let the test end.
      if (told.length === 10) throw new AppError('OFFLINE', 'No connection.')
      told.push(chosen)
      return now
    },
    held: () => reach({ reader: null, ledger: [], deliveries: [] }),
    delete: () => reach(stand(0, { follows: [], templates: {} })),
  }
  const panel: Panel = {
    open(templateIds) {
      opened.push([...templateIds])
      return new Promise((resolve) => {
        const answer = () => resolve({ kind: 'answered', results: { [T]: word } })
        if (isHeld) answers.push(answer)
        else answer()
      })
    },
    settings: async () => ({ isOn, kept: kept === undefined ? {} : { [T]: kept } }),
  }
  let ids = 0
  const keptReports = inMemory<Parameters<AlertCalls['report']>[0][]>(hasRoom)
  const alerts = createAlerts({
    calls,
    panel,
    keptSubscriptions: inMemory(hasRoom),
    keptReports,
    keptLanguage: inMemory(hasRoom),
    keptStopped: inMemory(hasRoom),
    language: () => language,
    newRequestId: () => `request-${++ids}`,
  })
  return {
    alerts,
    reports,
    told,
    opened,
    keptReports,
    turn: (state: typeof network) => {
      network = state
    },
    refuse: (seriesId: string) => {
      refusedSeries = seriesId
    },
    keep: (word: string) => {
      kept = word
    },
    choose: (chosen: typeof language) => {
      language = chosen
    },
    change: (next: Subscriptions) => {
      now = next
    },
    /** Answers come only when they are delivered; ends when one is waited for. */
    slow: () => {
      isSlow = true
      return new Promise<void>((resolve) => {
        hasAsked = resolve
      })
    },
    deliver: () => {
      for (const go of waiting) go()
    },
    hold: () => {
      isHeld = true
    },
    answer: () => {
      for (const give of answers) give()
      answers = []
    },
  }
}

it('opens the panel before anything is waited for', async () => {
  const { alerts, opened } = aReader()
  await alerts.refresh()
  const asked = alerts.ask('weekly')
  expect(opened).toEqual([[T]])
  await asked
})

it('opens one panel, however often is tapped', async () => {
  const { alerts, opened, hold, answer, reports } = aReader()
  await alerts.refresh()
  hold()
  const asked = [alerts.ask('weekly'), alerts.ask('weekly')]
  answer()
  await Promise.all(asked)
  expect(opened).toHaveLength(1)
  expect(reports).toHaveLength(1)
})

it('keeps a report until it has arrived, and sends it again under the same id', async () => {
  const { alerts, reports, turn, keptReports } = aReader()
  await alerts.refresh()
  turn('off')
  await alerts.ask('weekly')
  expect(alerts.get().said).toEqual({ seriesId: 'weekly', outcome: 'kept' })
  await alerts.refresh()
  expect(keptReports.get()?.map(({ requestId }) => requestId)).toEqual(['request-1'])
  turn('on')
  await alerts.refresh()
  expect(reports.map(({ requestId }) => requestId)).toEqual(['request-1'])
  expect(keptReports.get()).toEqual([])
})

it('loses nothing on a phone that has no room left', async () => {
  const { alerts, reports, told } = aReader({ hasRoom: false })
  await alerts.refresh()
  await alerts.ask('weekly')
  expect(reports).toHaveLength(1)
  await alerts.tellLanguage()
  expect(told).toEqual(['zh'])
})

it('says what came of this tap, whatever is refused of one before', async () => {
  const both = stand(0)
  const { alerts, turn, refuse, reports } = aReader({
    now: {
      ...both,
      offers: [...both.offers, { seriesId: 'gone', title: { zh: '止', en: 'Gone' }, templateId: T }],
    },
  })
  await alerts.refresh()
  turn('off')
  await alerts.ask('gone')
  turn('on')
  refuse('gone')
  await alerts.ask('weekly')
  expect(alerts.get().said).toEqual({ seriesId: 'weekly', outcome: 'accepted' })
  expect(reports.map(({ seriesId }) => seriesId)).toEqual(['weekly'])
})

it('says where the reader stands where a credit of another series is left, though the panel was refused', async () => {
  const none = stand(3, { follows: [] })
  const { alerts, change } = aReader({ now: none, word: 'reject' })
  await alerts.refresh()
  change(stand(3))
  await alerts.ask('weekly')
  expect(alerts.get().said?.outcome).toBe('accepted')
  await alerts.ask('weekly')
  expect(alerts.get().said?.outcome).toBe('refused')
})

it('takes a choice for kept only where it was kept before the panel', async () => {
  const { alerts, reports, keep, hold, answer } = aReader()
  await alerts.refresh()
  hold()
  const asked = alerts.ask('weekly')
  keep('accept')
  await alerts.refresh()
  answer()
  await asked
  expect(reports.map(({ kept }) => kept)).toEqual([[]])
})

it('wishes nothing more for a series that was stopped, whatever was still to be reported', async () => {
  const { alerts, reports, turn } = aReader()
  await alerts.refresh()
  turn('off')
  await alerts.ask('weekly')
  turn('on')
  await alerts.stop('weekly')
  await alerts.refresh()
  expect(reports.map(({ seriesId }) => seriesId)).toEqual([null])
})

it('gives up a report that the cloud refuses for good', async () => {
  const { alerts, turn, keptReports } = aReader()
  await alerts.refresh()
  turn('refuses')
  await alerts.ask('weekly')
  expect(alerts.get().said?.outcome).toBe('unavailable')
  expect(keptReports.get()).toEqual([])
})

describe('topping up', () => {
  it.each<[string, Setting, number]>([
    ['a reader who always allows', { kept: 'accept' }, 1],
    ['nobody who is asked each time', {}, 0],
    ['nobody who keeps refusing', { kept: 'reject' }, 0],
    ['nobody whose messages are switched off', { kept: 'accept', isOn: false }, 0],
    ['nobody with a full stock', { kept: 'accept', now: stand(5) }, 0],
    ['nobody who follows nothing', { kept: 'accept', now: stand(0, { follows: [] }) }, 0],
    [
      'nobody who said no',
      { kept: 'accept', now: stand(0, { templates: { [T]: { credits: 0, refused: true } } }) },
      0,
    ],
  ])('asks WeChat for %s', async (_who, setting, panels) => {
    const { alerts, opened, reports } = aReader(setting)
    await alerts.refresh()
    await alerts.topUp()
    expect(opened).toHaveLength(panels)
    expect(reports.map(({ seriesId, kept }) => ({ seriesId, kept }))).toEqual(
      opened.map(() => ({ seriesId: null, kept: [T] })),
    )
    expect(alerts.get().said).toBeNull()
  })

  it('asks nothing while a consent waits to be reported', async () => {
    const { alerts, opened, turn } = aReader({ kept: 'accept' })
    await alerts.refresh()
    turn('off')
    await alerts.topUp()
    await alerts.topUp()
    expect(opened).toHaveLength(1)
  })

  it('asks nothing before WeChat has told what is kept', async () => {
    const { alerts, opened } = aReader({ kept: 'accept' })
    await alerts.topUp()
    expect(opened).toEqual([])
  })
})

it('tells the cloud of another language once, and again where it did not arrive', async () => {
  const { alerts, told, turn, choose } = aReader()
  await alerts.refresh()
  expect(told).toEqual(['zh'])
  choose('en')
  turn('off')
  await alerts.tellLanguage()
  turn('on')
  await alerts.refresh()
  await alerts.tellLanguage()
  expect(told).toEqual(['zh', 'en'])
})

it('tells the cloud of the last language, however quickly it is changed', async () => {
  const { alerts, told, choose } = aReader()
  await alerts.refresh()
  choose('en')
  const telling = alerts.tellLanguage()
  choose('zh')
  await Promise.all([telling, alerts.tellLanguage()])
  expect(told.at(-1)).toBe('zh')
})

it('takes no notice of an answer that is out of date', async () => {
  const { alerts, change, slow, deliver } = aReader({ now: stand(0) })
  await alerts.refresh()
  const asked = slow()
  const refreshed = alerts.refresh()
  await asked
  change(stand(1))
  await alerts.ask('weekly')
  deliver()
  await refreshed
  expect(alerts.get().subscriptions?.templates[T]?.credits).toBe(1)
})

it('keeps what it knows on the screen without a network', async () => {
  const { alerts, turn } = aReader({ now: stand(2) })
  await alerts.refresh()
  turn('off')
  await alerts.refresh()
  expect(alerts.get().subscriptions?.templates[T]?.credits).toBe(2)
  await alerts.stop('weekly')
  expect(alerts.get().said).toEqual({ seriesId: 'weekly', outcome: 'no-network' })
})

it('knows nothing of the reader any more once everything is deleted', async () => {
  const { alerts, keptReports, turn } = aReader()
  await alerts.refresh()
  turn('off')
  await alerts.ask('weekly')
  turn('on')
  await alerts.deleteHeld()
  expect(alerts.get().subscriptions?.follows).toEqual([])
  expect(keptReports.get()).toBeNull()
})

it('reports nothing of before a deletion whose answer was lost', async () => {
  const { alerts, reports, turn } = aReader()
  await alerts.refresh()
  turn('off')
  await alerts.ask('weekly')
  await expect(alerts.deleteHeld()).rejects.toThrow('No connection.')
  turn('on')
  await alerts.refresh()
  expect(reports).toEqual([])
})

it('remembers what the reader has stopped, until the reader asks for it again', async () => {
  const { alerts } = aReader()
  await alerts.refresh()
  await alerts.stop('weekly')
  expect(alerts.get().stopped).toEqual(['weekly'])
  await alerts.ask('weekly')
  expect(alerts.get().stopped).toEqual([])
})
