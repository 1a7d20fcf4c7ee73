import * as v from 'valibot'
import { importDocument } from '#core/importer/import-document'
import { IssueSchema } from '#shared/newsletter/issue'
import { ProblemSchema } from '#shared/newsletter/problem'
import { partsOf, zipParts } from '../../../../fixtures/importer/docx/build-docx'
import { editedDocuments } from '../../../../fixtures/importer/docx/edited-documents'
import { styledDocuments } from '../../../../fixtures/importer/docx/styled-documents'
import { unstyledDocuments } from '../../../../fixtures/importer/docx/unstyled-documents'
import { createRandom, type Random } from '../../../../support/create-random'
import { seeds } from '../../../../support/seeds'

const documents = Object.values({ ...styledDocuments, ...unstyledDocuments, ...editedDocuments }).map(partsOf)
const MUTATIONS_A_SEED = 20

describe('importDocument with damaged Word documents', () => {
  it.each(seeds(10))('answers each with a valid issue or one error (seed %i)', async (seed) => {
    const random = createRandom(seed)
    for (let round = 0; round < MUTATIONS_A_SEED; round += 1) {
      const { issue, problems, places } = await importDocument(mutate(random))
      for (const problem of problems) expect(v.is(ProblemSchema, problem)).toBe(true)
      expect(problems.some(({ severity }) => severity === 'error')).toBe(issue === null)
      if (issue) expect(v.safeParse(IssueSchema, issue).issues).toBeUndefined()
      expect(places.map((section) => section.length)).toEqual(
        issue?.sections.map(({ items }) => items.length) ?? [],
      )
    }
  })
})

function mutate(random: Random): Uint8Array {
  const parts = { ...random.pick(documents) }
  if (random.below(4) > 0) {
    const path = random.pick(Object.keys(parts))
    parts[path] = random.pick(CHANGES)(parts[path] ?? '', random)
  }
  const bytes = Buffer.from(zipParts(parts))
  if (random.below(3) > 0) return bytes
  for (let times = 1 + random.below(10); times > 0; times -= 1)
    bytes[random.below(bytes.length)] = random.below(256)
  return bytes.subarray(0, random.below(4) === 0 ? random.below(bytes.length) : bytes.length)
}

/** Whole elements are taken out, doubled or exchanged, so that most of what comes out is still XML. */
const CHANGES: ((xml: string, random: Random) => string)[] = [
  ofElements((elements, random) => elements.filter(() => random.below(6) > 0)),
  ofElements((elements, random) => elements.flatMap((one) => (random.below(6) === 0 ? [one, one] : [one]))),
  ofElements((elements, random) =>
    elements.map((one) => (random.below(6) === 0 ? random.pick(elements) : one)),
  ),
  (xml, random) => xml.slice(0, random.below(xml.length)),
  (xml) => xml.replace(/w:val="[^"]*"/gu, 'w:val="-1"'),
  (xml) => xml.replace(/<w:t\b[^>]*>/gu, '<w:t>&#x202e;'),
]

const ELEMENT = /<w:p\b.*?<\/w:p>|<w:r>.*?<\/w:r>|<Relationship [^>]*>/gsu

function ofElements(change: (elements: string[], random: Random) => string[]) {
  return (xml: string, random: Random): string => {
    const elements = xml.match(ELEMENT) ?? []
    const [before = '', ...rest] = xml.split(ELEMENT)
    return before + change(elements, random).join('') + (rest.at(-1) ?? '')
  }
}
