import { importDocument } from '#core/importer/import-document'
import { createRandom } from '../../../support/create-random'
import { seeds } from '../../../support/seeds'
import { dressNewsletter, UNDRESSED } from './dress-newsletter'

const DRESSES_A_SEED = 40

describe('importDocument with one newsletter in many forms', () => {
  it.each(seeds(10))('reads the same issue from each without a problem (seed %i)', async (seed) => {
    const { pick } = createRandom(seed)
    for (let round = 0; round < DRESSES_A_SEED; round += 1) {
      const { issue, problems } = await importDocument(new TextEncoder().encode(dressNewsletter(pick)))
      expect({ problems, sections: issue?.sections }).toEqual({ problems: [], sections: UNDRESSED })
      expect(issue).toMatchObject({ number: 88, month: '2022-03', series: { number: 12 } })
    }
  })
})
