import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocument } from '#core/importer/import-document'
import { setIssueInWord } from '../../../../fixtures/importer/docx/set-issue-in-word'
import { createRandom } from '../../../../support/create-random'
import { seeds } from '../../../../support/seeds'

const content = join(__dirname, '../../../../../content')
const samples = readdirSync(content).filter((file) => file.endsWith('.md'))
const DRESSES_A_SAMPLE = 2

describe('importDocument with the sample issues, set in Word in one of many ways', () => {
  it.each(seeds(5))(
    'reads from each what their Markdown says, with the same problems (seed %i)',
    async (seed) => {
      const { pick } = createRandom(seed)
      for (const file of samples) {
        const { issue, problems } = await importDocument(readFileSync(join(content, file)))
        if (!issue) throw new Error(`content/${file} is no newsletter.`)
        for (let round = 0; round < DRESSES_A_SAMPLE; round += 1) {
          const read = await importDocument(setIssueInWord(issue, pick))
          const codes = read.problems.map(({ code }) => code)
          expect({ file, issue: read.issue }).toEqual({ file, issue })
          expect({ file, codes }).toEqual({ file, codes: problems.map(({ code }) => code) })
        }
      }
    },
  )
})
