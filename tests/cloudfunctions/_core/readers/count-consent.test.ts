import type { ConsentFact, ConsentSettings } from '#core/readers/consent-fact'
import { countConsent } from '#core/readers/count-consent'
import { noCredits } from '#core/readers/no-credits'
import type { CountChange, Credits } from '#core/readers/reader'
import { takeBack } from '#core/readers/take-back'

const MINUTE = 60_000
const START = Date.UTC(2030, 0, 1)
const withEvents: ConsentSettings = { stock: 5, events: true, keptChoiceHasEvent: false }
const withoutEvents: ConsentSettings = { ...withEvents, events: false }

let ids = 0

function nextId(): string {
  ids += 1
  return `fact-${ids}`
}

type Told = Partial<{ id: string; answer: 'accept' | 'reject' | 'none'; kept: boolean }>

/** What the phone says, `at` ms after the start. */
function report(at: number, { id = nextId(), answer = 'accept', kept = false }: Told = {}): ConsentFact {
  return { kind: 'report', id, at: START + at, answer, kept }
}

function popup(at: number, { id = nextId(), answer = 'accept' }: Told = {}): ConsentFact {
  return { kind: 'popup', id, at: START + at, answer }
}

function turnedOff(at: number): ConsentFact {
  return { kind: 'change', id: nextId(), at: START + at }
}

type Step = ConsentFact | number | { at: number; fact: ConsentFact }

/** Counts facts one after the other, each at its own time or `at`; a number only lets so many ms pass. */
function count(settings: ConsentSettings, steps: readonly Step[], from = noCredits()) {
  let row: Credits = from
  let now = START
  const changes: CountChange[] = []
  for (const step of steps) {
    const fact = typeof step === 'number' ? null : 'fact' in step ? step.fact : step
    now = Math.max(now, typeof step === 'number' ? START + step : 'fact' in step ? START + step.at : step.at)
    const taken = takeBack(row, settings, now)
    if (taken) {
      row = taken.row
      changes.push(...taken.changes)
    }
    const counted = fact && countConsent(row, fact, settings, now)
    if (counted) {
      row = counted.row
      changes.push(...counted.changes)
    }
  }
  return { row, changes, credits: row.credits }
}

describe('a report', () => {
  it.each<[string, ConsentSettings]>([
    ['with events', withEvents],
    ['without events', withoutEvents],
  ])('of an accept adds one, once for its call: %s', (_name, settings) => {
    const call = report(0)
    expect(count(settings, [call, call, report(1000)]).credits).toBe(2)
  })

  it('adds nothing beyond the stock', () => {
    const claims = Array.from({ length: 50 }, (_, index) => report(index))
    expect(count(withoutEvents, claims).credits).toBe(5)
    expect(count(withEvents, claims).credits).toBe(5)
  })

  it('of something else than an accept adds nothing', () => {
    expect(count(withEvents, [report(0, { answer: 'none' }), report(1, { answer: 'reject' })]).credits).toBe(
      0,
    )
  })

  it('that no event confirms is taken back after 15 minutes, and not before', () => {
    expect(count(withEvents, [report(0), 15 * MINUTE - 1]).credits).toBe(1)
    expect(count(withEvents, [report(0), 15 * MINUTE]).credits).toBe(0)
  })

  it('counts for good where there are no events', () => {
    expect(count(withoutEvents, [report(0), 24 * 60 * MINUTE]).credits).toBe(1)
  })

  it('counts for good where the events were given up before it was due', () => {
    const { row } = count(withEvents, [report(0)])
    expect(count(withoutEvents, [60 * MINUTE], row)).toMatchObject({ credits: 1, row: { reports: [] } })
  })

  it('is taken back to nothing at the least, and what campaigns hold stays held', () => {
    const { row } = count(withEvents, [report(0)])
    const reserved = { ...row, credits: 0, holds: ['204:weekly#1'] }
    const later = count(withEvents, [15 * MINUTE], reserved)
    expect(later.row).toMatchObject({ credits: 0, holds: ['204:weekly#1'], reports: [] })
    expect(later.changes).toEqual([])
  })

  it('by the thousand leaves a row of bounded size, and nothing of it lasts', () => {
    const claims = Array.from({ length: 2_000 }, (_, index) => report(index))
    const { row } = count(withEvents, claims)
    expect(JSON.stringify(row).length).toBeLessThan(10_000)
    expect(count(withEvents, [16 * MINUTE], row).credits).toBe(0)
  })
})

describe('an event and a report of the same panel count once', () => {
  it.each<[string, Step[]]>([
    ['the report first', [report(0), popup(0)]],
    ['the event first', [popup(0), report(2_000)]],
    ['the event late, as long as the report is believed', [report(0), { at: 14 * MINUTE, fact: popup(0) }]],
    ['the event after the report was taken back', [report(0), { at: 40 * MINUTE, fact: popup(0) }]],
    ['ten minutes apart', [popup(0), report(10 * MINUTE)]],
    ['the event alone', [popup(0)]],
  ])('%s', (_name, steps) => {
    const { credits, row } = count(withEvents, steps)
    expect(credits).toBe(1)
    expect(count(withEvents, [24 * 60 * MINUTE], row).credits).toBe(1)
  })

  it('but not where they are more than ten minutes apart: then the report was of another panel', () => {
    const { credits, row } = count(withEvents, [popup(0), report(10 * MINUTE + 1)])
    expect(credits).toBe(2)
    expect(count(withEvents, [26 * MINUTE], row).credits).toBe(1)
  })

  it('the nearest report is matched', () => {
    const near = report(5 * MINUTE)
    const { row } = count(withEvents, [report(0), near, popup(5 * MINUTE)])
    expect(row.reports).not.toContainEqual(expect.objectContaining({ id: near.id }))
    expect(row).toMatchObject({ credits: 2, reports: [{ at: START }] })
  })

  it('an event counts beyond the stock, also where its report did not', () => {
    const five = Array.from({ length: 5 }, (_, index) => popup(index * 1_000))
    const { row } = count(withEvents, five)
    expect(count(withEvents, [report(11 * MINUTE), popup(11 * MINUTE)], row).credits).toBe(6)
  })

  it('an event that comes again counts once', () => {
    const event = popup(0)
    expect(count(withEvents, [event, event, { at: MINUTE, fact: event }]).credits).toBe(1)
  })

  it('an event adds nothing where there should be none: the report has counted for good', () => {
    expect(count(withoutEvents, [report(0), popup(0)]).credits).toBe(1)
  })
})

describe('a kept choice, for which no panel is shown', () => {
  it('needs no event where it has none', () => {
    const steps = [popup(0), report(0), report(MINUTE, { kept: true }), 60 * MINUTE]
    expect(count(withEvents, steps).credits).toBe(2)
  })

  it('needs its event where it has one', () => {
    const settings = { ...withEvents, keptChoiceHasEvent: true }
    const steps = [popup(0), report(0), report(20 * MINUTE, { kept: true })]
    expect(count(settings, [...steps, 60 * MINUTE]).credits).toBe(1)
    expect(count(settings, [...steps, popup(20 * MINUTE), 60 * MINUTE]).credits).toBe(2)
  })

  it('is not taken for the panel of an event that comes later', () => {
    const steps = [popup(0), report(0), report(MINUTE, { kept: true }), report(2 * MINUTE), popup(2 * MINUTE)]
    expect(count(withEvents, [...steps, 60 * MINUTE]).credits).toBe(3)
  })

  it('is not believed for good of somebody who never had a panel: no event, nothing kept', () => {
    const claims = Array.from({ length: 50 }, (_, index) => report(index, { kept: true }))
    expect(count(withEvents, [...claims, 16 * MINUTE]).credits).toBe(0)
  })

  it('is believed once the late event of that panel has come', () => {
    const steps = [report(0), report(MINUTE, { kept: true }), { at: 5 * MINUTE, fact: popup(0) }, 60 * MINUTE]
    expect(count(withEvents, steps).credits).toBe(2)
  })

  it('is believed of a reader from a time without events', () => {
    const { row } = count(withoutEvents, [report(0)])
    expect(count(withEvents, [report(MINUTE, { kept: true }), 60 * MINUTE], row).credits).toBe(2)
  })

  it('tops up to the stock and no further', () => {
    const steps = Array.from({ length: 50 }, (_, index) => report(1_000 + index, { kept: true }))
    expect(count(withEvents, [popup(0), ...steps, 60 * MINUTE]).credits).toBe(5)
  })
})

describe('turning messages off in WeChat', () => {
  it('leaves nothing', () => {
    expect(count(withEvents, [popup(0), popup(1_000), turnedOff(5_000)]).row).toMatchObject({
      credits: 0,
      refused: true,
    })
  })

  it.each<[string, Step[]]>([
    ['told by an event', [popup(10_000), turnedOff(5_000)]],
    ['reported', [report(10_000), turnedOff(5_000)]],
  ])('leaves a consent that is newer: %s', (_name, steps) => {
    expect(count(withEvents, steps).row).toMatchObject({ credits: 1, refused: false })
  })

  it('leaves nothing of a consent whose report only came later', () => {
    expect(count(withEvents, [popup(0), report(10_000), turnedOff(5_000)]).credits).toBe(0)
  })

  it('voids an accept of before that is told of afterwards', () => {
    expect(count(withEvents, [turnedOff(5_000), { at: 6_000, fact: popup(0) }]).credits).toBe(0)
  })

  it('is not charged twice: a report that was cleared is not taken back from a later consent', () => {
    const steps = [report(0), turnedOff(5_000), popup(11 * MINUTE), 16 * MINUTE]
    expect(count(withEvents, steps).credits).toBe(1)
  })
})

describe('the last answer', () => {
  it('is a refusal until the reader accepts', () => {
    const refused = count(withEvents, [report(0, { answer: 'reject' })])
    expect(refused.row.refused).toBe(true)
    expect(count(withEvents, [report(1_000)], refused.row).row.refused).toBe(false)
  })

  it('takes nothing away from what was allowed', () => {
    expect(count(withEvents, [popup(0), popup(5_000, { answer: 'reject' })]).row).toMatchObject({
      credits: 1,
      refused: true,
    })
  })

  it('is the one that was given last, not the one that was told last', () => {
    const steps = [report(10_000), { at: 20_000, fact: popup(0, { answer: 'reject' }) }]
    expect(count(withEvents, steps).row.refused).toBe(false)
  })
})

it('writes down each change of a count, with the counts before and after', () => {
  const { changes } = count(withEvents, [
    report(0),
    popup(0),
    report(MINUTE),
    turnedOff(2 * MINUTE),
    popup(3 * MINUTE),
  ])
  expect(changes.map(({ what, before, after }) => [what, before, after])).toEqual([
    ['added', 0, 1],
    ['confirmed', 1, 1],
    ['added', 1, 2],
    ['cleared', 2, 0],
    ['added', 0, 1],
  ])
})
