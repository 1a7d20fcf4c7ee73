import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { importDocument } from '#core/importer/import-document'
import { buildDocx, partsOf, zipParts } from '../../../../fixtures/importer/docx/build-docx'
import { hostileFiles } from '../../../../fixtures/importer/docx/hostile-files'
import { styledDocuments } from '../../../../fixtures/importer/docx/styled-documents'

const whole = styledDocuments['styles in English'] ?? { body: '' }
const newsletter = JSON.parse(
  readFileSync(join(__dirname, '../../../../fixtures/importer/docx/newsletter.json'), 'utf8'),
)

// Files of 65 MB have to be packed first.
jest.setTimeout(60_000)

describe('importDocument with a file that is not what it seems', () => {
  it.each(Object.entries(hostileFiles(whole)))('refuses %s with one sentence', async (_, { code, bytes }) => {
    const { issue, problems, places } = await importDocument(bytes())
    expect({ issue, places }).toEqual({ issue: null, places: [] })
    expect(problems).toEqual([expect.objectContaining({ severity: 'error', code })])
    const [problem] = problems
    expect(problem?.message).toMatch(/^(?:This|The) [^\n]{20,170}\.$/u)
    if (code !== 'paragraph-too-long') expect(problem?.message).toMatch(/ choose /u)
  })

  it('reads the text of a document with macros, and says that they were left out', async () => {
    const parts: Record<string, string> = { ...partsOf(whole), 'word/vbaProject.bin': 'Sub AutoOpen()' }
    parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] ?? '').replace(
      'openxmlformats-officedocument.wordprocessingml.document.main',
      'ms-word.document.macroEnabled.main',
    )
    const { issue, problems } = await importDocument(zipParts(parts))
    expect(problems.map(({ code }) => code)).toEqual(['macros-left-out'])
    expect(issue).toEqual(newsletter)
  })

  it('fetches nothing that the document refers to', async () => {
    const connect = jest.spyOn(Socket.prototype, 'connect')
    const parts = partsOf(whole)
    const outside = ['attachedTemplate', 'styles', 'image'].map(
      (kind) =>
        `<Relationship Id="out-${kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="http://127.0.0.1:9/x" TargetMode="External"/>`,
    )
    const path = 'word/_rels/document.xml.rels'
    parts[path] = (parts[path] ?? '').replace('</Relationships>', `${outside.join('')}</Relationships>`)
    const { issue, problems } = await importDocument(zipParts(parts))
    expect(problems).toEqual([])
    expect(issue).toEqual(newsletter)
    expect(connect).not.toHaveBeenCalled()
    connect.mockRestore()
  })

  it('takes markup in a text for text, and no link of another kind than those of the model', async () => {
    const links = new Map([...(whole.links ?? [])].map(([id], index) => [id, ADDRESSES[index] ?? 'x:y']))
    const body = whole.body.replaceAll('自公布之日起施行', '&lt;script&gt;alert(1)&lt;/script&gt;')
    const { issue } = await importDocument(buildDocx({ ...whole, body, links }))
    const [item] = issue?.sections[0]?.items ?? []
    expect(item?.body.zh?.[0]?.[0]?.text).toContain('<script>alert(1)</script>。')
    expect(JSON.stringify(issue)).not.toMatch(/"(?:javascript|data|file|vbscript):/iu)
    expect(issue?.sections.flatMap(({ items }) => items).map(({ source }) => source)).toEqual(
      Array(3).fill({ zh: null, en: null }),
    )
  })
})

const ADDRESSES = [
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'vbscript:x',
  '\\\\host\\share',
]
