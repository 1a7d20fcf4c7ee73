import type { Campaign } from './campaign'

type Told = Pick<Campaign, 'issueId' | 'seriesId' | 'openedAt' | 'expiresAt' | 'templateId' | 'content'>

/** A campaign of which nothing has been done yet. A tap on its alert opens the issue. */
export function newCampaign(told: Told): Campaign {
  const { issueId, seriesId } = told
  return {
    id: `${issueId}:${seriesId}`,
    ...told,
    page: alertPage(issueId),
    state: 'sending',
    frozen: false,
    open: true,
    reason: '',
    restUntil: 0,
    round: 1,
    finishedAt: null,
    checkAt: null,
  }
}

/** Where a tap on an alert leads. */
export function alertPage(issueId: string): string {
  return `pages/issue/index?id=${issueId}`
}
