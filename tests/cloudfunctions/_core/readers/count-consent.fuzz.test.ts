import fc from 'fast-check'
import type { ConsentFact, ConsentSettings } from '#core/readers/consent-fact'
import { countConsent } from '#core/readers/count-consent'
import { noCredits } from '#core/readers/no-credits'
import { BELIEVED_FOR, takeBack } from '#core/readers/take-back'

const MINUTE = 60_000
const START = Date.UTC(2030, 0, 1)
const settings: ConsentSettings = { stock: 5, events: true, keptChoiceHasEvent: false }

type Arrival = { at: number; fact: ConsentFact }

type Panel = {
  at: number
  reportAfter: number | null
  eventAfter: number | null
  again: number
  isTwice: boolean
}

/** A panel that was accepted: when, how late phone and WeChat tell of it (null: never), and whether twice. */
const panel: fc.Arbitrary<Panel> = fc.record({
  at: fc.integer({ min: 0, max: 3_600 }).map((seconds) => START + seconds * 1_000),
  reportAfter: fc.option(fc.integer({ min: 0, max: 30 * MINUTE }), { nil: null }),
  eventAfter: fc.option(fc.integer({ min: 0, max: 30 * MINUTE }), { nil: null }),
  again: fc.integer({ min: 0, max: 30 * MINUTE }),
  isTwice: fc.boolean(),
})

/** In order of arrival. */
function arrivalsOf(panels: readonly Panel[]): Arrival[] {
  return panels
    .flatMap(({ at, reportAfter, eventAfter, again, isTwice }, index) => {
      const told: Arrival[] = []
      if (reportAfter !== null) {
        const id = `r:${index}`
        const fact = (when: number): ConsentFact => ({
          kind: 'report',
          id,
          at: when,
          answer: 'accept',
          kept: false,
        })
        told.push({ at: at + reportAfter, fact: fact(at + reportAfter) })
        if (isTwice) told.push({ at: at + reportAfter + again, fact: fact(at + reportAfter + again) })
      }
      if (eventAfter !== null) {
        const fact: ConsentFact = { kind: 'popup', id: `e:${index}`, at, answer: 'accept' }
        told.push({ at: at + eventAfter, fact })
        if (isTwice) told.push({ at: at + eventAfter + again, fact })
      }
      return told
    })
    .sort((one, other) => one.at - other.at)
}

function countAll(arrivals: readonly Arrival[]) {
  let row = noCredits()
  let balance = 0
  const counts: number[] = []
  const take = (now: number, fact: ConsentFact | null) => {
    const taken = takeBack(row, settings, now)
    const counted = fact && countConsent(taken?.row ?? row, fact, settings, now)
    for (const { before, after } of [...(taken?.changes ?? []), ...(counted?.changes ?? [])])
      balance += after - before
    row = counted?.row ?? taken?.row ?? row
    counts.push(row.credits)
  }
  for (const { at, fact } of arrivals) take(at, fact)
  const last = arrivals.at(-1)?.at ?? START
  take(last + BELIEVED_FOR, null)
  return { credits: row.credits, counts, balance }
}

it('counts in the end each accept that an event told of, once, in whatever order and however often it is told', () => {
  fc.assert(
    fc.property(fc.array(panel, { maxLength: 20 }), (panels) => {
      const { credits, counts, balance } = countAll(arrivalsOf(panels))
      const told = panels.filter(({ eventAfter }) => eventAfter !== null).length
      expect(credits).toBe(told)
      // What the ledger says is what the count says.
      expect(balance).toBe(credits)
      expect(Math.min(0, ...counts)).toBe(0)
      expect(Math.max(0, ...counts)).toBeLessThanOrEqual(told + settings.stock)
    }),
    { numRuns: 500 },
  )
})

it('never counts a panel twice, not even for a while, where both tell of it within ten minutes', () => {
  const prompt = panel.map((each) => ({
    ...each,
    reportAfter: Math.min(each.reportAfter ?? 0, 9 * MINUTE),
    eventAfter: Math.min(each.eventAfter ?? 0, 9 * MINUTE),
  }))
  fc.assert(
    fc.property(prompt, (one) => {
      expect(Math.max(...countAll(arrivalsOf([one])).counts)).toBe(1)
    }),
    { numRuns: 300 },
  )
})
