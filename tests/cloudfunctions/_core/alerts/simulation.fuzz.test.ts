import { violationsOf } from '../../../support/alerts-invariants'
import { seeds } from '../../../support/seeds'
import { withoutFence, withoutHolds, withoutWriteAhead } from './simulation/broken-stores'
import { planOf } from './simulation/plan-simulation'
import { type Breaking, Simulation } from './simulation/simulation'

/** They are quick, so each seed stands for ten of them. */
const ROUNDS = 10

const SEEDS = seeds(15)

async function simulate(seed: number, plan = planOf(seed), breaking?: Breaking): Promise<string[]> {
  const { evidence, violations } = await new Simulation(seed, plan, breaking).run()
  return [...violations, ...violationsOf(evidence)].map((each) => `simulation ${seed}: ${each}`)
}

describe('two campaigns that share a template, with a virtual clock', () => {
  it(`tell nobody twice and lose nobody, whatever goes wrong (seeds ${SEEDS[0]} to ${SEEDS.at(-1)})`, async () => {
    const violations: string[] = []
    for (const seed of SEEDS)
      for (let round = 0; round < ROUNDS; round += 1)
        violations.push(...(await simulate((seed - 1) * ROUNDS + round + 1)))
    expect(violations).toEqual([])
  }, 600_000)
})

describe('what is broken on purpose is found', () => {
  it.each([
    ['rows that are not written before their sends', withoutWriteAhead, /has two messages/u],
    ['pages that anyone may write', withoutFence, /./u],
    ['reservations that are not bound to their campaign', withoutHolds, /still holds a credit/u],
  ])('%s', async (_name, breaking, sentence) => {
    const found: string[] = []
    for (let seed = 1; seed <= 200 && found.length === 0; seed += 1)
      found.push(
        ...(await simulate(seed, { ...planOf(seed), freezes: 0.9 }, breaking)).filter((each) =>
          sentence.test(each),
        ),
      )
    expect(found).not.toEqual([])
  })
})
