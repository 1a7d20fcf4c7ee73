import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importBlocks } from '#core/importer/import-document'
import { readMarkdown } from '#core/importer/read/read-markdown'
import type { Issue, Item } from '#shared/newsletter/issue'

const content = join(__dirname, '../../../content')

/** The issues that a first start publishes, newest first. */
export function sampleIssues(): Issue[] {
  return readdirSync(content)
    .filter((file) => file.endsWith('.md'))
    .map((file) => importBlocks(readMarkdown(readFileSync(join(content, file), 'utf8'))).issue)
    .filter((issue) => issue !== null)
    .sort((one, other) => (sortKey(one) < sortKey(other) ? 1 : -1))
}

export function itemsIn(issue: Issue): Item[] {
  return issue.sections.flatMap((section) => section.items)
}

/** The sample with the most items: long enough for something to move. */
export function longestSample(): Issue {
  const [longest] = sampleIssues().sort((one, other) => itemsIn(other).length - itemsIn(one).length)
  if (!longest) throw new Error('There is no sample issue.')
  return longest
}

function sortKey({ date, month, number }: Issue): string {
  return `${date ?? month} ${String(number ?? 0).padStart(6, '0')}`
}
