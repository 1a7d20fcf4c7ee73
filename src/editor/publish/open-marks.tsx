import Taro from '@tarojs/taro'
import { useMemo } from 'react'
import { checkIssue } from '#shared/checking/check-issue'
import type { Draft } from '#shared/drafts/draft'
import type { Language } from '#shared/newsletter/bilingual'
import { addresses } from '../addresses'
import { Action } from '../components/action'
import { publishWordsIn } from '../words-publish'

/** What the checking view still shows. It does not keep from publishing. */
export function OpenMarks({
  draft: { id, issue, dismissed },
  language,
}: {
  draft: Draft
  language: Language
}) {
  const marks = useMemo(() => checkIssue(issue), [issue])
  const open = marks.filter((mark) => !dismissed.some((one) => one.mark === mark.id)).length
  if (open === 0) return null
  return (
    <Action
      name={publishWordsIn(language).toCheck(open)}
      onTap={() => Taro.navigateTo({ url: addresses.check(id) })}
    />
  )
}
