import * as v from 'valibot'
import { AppError } from '#shared/errors'
import { BilingualTextSchema } from '#shared/newsletter/bilingual'
import { addSection } from './add-section'
import { changeItem, changeSection, findItem } from './change-item'
import type { Difference } from './difference'
import { type DraftIssue, DraftIssueSchema, DraftItemSchema } from './draft-issue'
import { writeField } from './field-path'
import { moveItem } from './move-item'
import { removeItem } from './remove-item'
import { isSameValue } from './same-value'

/** Puts theirs in the place of ours. What is kept of a difference may be anything: what makes no draft is refused. */
export function takeTheirs(issue: DraftIssue, difference: Difference): DraftIssue {
  const taken = taking(issue, difference)
  if (!v.is(DraftIssueSchema, taken))
    throw new AppError('INVALID_INPUT', `What differs in ${difference.part} makes no draft.`)
  return taken
}

function taking(issue: DraftIssue, difference: Difference): DraftIssue {
  const { key, part, theirs } = difference
  if (key === null)
    return part.startsWith('sections.') ? takeTitle(issue, difference) : writeField(issue, part, theirs)
  if (part === 'item') return takeItem(issue, key, theirs)
  if (part === 'section') return takeSection(issue, key, theirs)
  return changeItem(issue, key, (item) => writeField(item, part, theirs))
}

/** The section may have moved since: it is the one that has our title still. */
function takeTitle(issue: DraftIssue, { part, ours, theirs }: Difference): DraftIssue {
  const [, index = '', , language = ''] = part.split('.')
  const isIt = (at: number): boolean => {
    const title: Record<string, unknown> | undefined = issue.sections[at]?.title
    return title !== undefined && isSameValue(title[language], ours)
  }
  const at = isIt(Number(index)) ? Number(index) : issue.sections.findIndex((_, each) => isIt(each))
  return changeSection(issue, at, (section) => writeField(section, `title.${language}`, theirs))
}

/** An item that was taken away here comes back at the end. */
function takeItem(issue: DraftIssue, key: string, theirs: unknown): DraftIssue {
  const isThere = findItem(issue, key) !== null
  if (theirs === null) return isThere ? removeItem(issue, key) : issue
  const item = v.parse(DraftItemSchema, theirs)
  if (isThere) return changeItem(issue, key, () => item)
  const home = issue.sections.length > 0 ? issue : addSection(issue, 0, { zh: null, en: null })
  return changeSection(home, home.sections.length - 1, ({ title, items }) => ({
    title,
    items: [...items, item],
  }))
}

function takeSection(issue: DraftIssue, key: string, theirs: unknown): DraftIssue {
  const title = v.parse(BilingualTextSchema, theirs)
  const known = issue.sections.findIndex((section) => isSameValue(section.title, title))
  const home = known >= 0 ? issue : addSection(issue, issue.sections.length, title)
  const section = known >= 0 ? known : issue.sections.length
  return moveItem(home, key, { section, at: home.sections[section]?.items.length ?? 0 })
}
