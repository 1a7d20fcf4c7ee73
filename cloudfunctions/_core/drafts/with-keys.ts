import { randomBytes } from 'node:crypto'
import type { DraftIssue } from '#shared/drafts/draft-issue'
import type { Issue } from '#shared/newsletter/issue'

/** An issue as a draft: each item is named by a key, so that it stays the same one wherever it is moved to. */
export function withKeys({ id: _, sections, ...fields }: Issue): DraftIssue {
  return {
    ...fields,
    sections: sections.map(({ title, items }) => ({
      title,
      items: items.map((item) => ({ key: randomBytes(6).toString('hex'), ...item })),
    })),
  }
}
