/** Where each page of the desk is. What a page is about travels in its address: `id` is a draft's, `item` an item's key. */
export const addresses = {
  desk: '/editor/desk/index',
  watch: '/editor/watch/index',
  codes: '/editor/codes/index',
  posterCodes: '/editor/codes/index?posters=1',
  settings: '/editor/settings/index',
  draft: (id: string) => `/editor/draft/index?id=${id}`,
  item: (id: string, key: string) => `/editor/item/index?id=${id}&item=${key}`,
  check: (id: string) => `/editor/check/index?id=${id}`,
  preview: (id: string) => `/editor/preview/index?id=${id}`,
  publish: (id: string) => `/editor/publish/index?id=${id}`,
  /** An issue's alerts and reads. A campaign's id has a colon, which stays as it is: WeChat decodes no query. */
  watchIssue: (issueId: string, campaignId: string | null) =>
    campaignId === null
      ? `/editor/watch/issue/index?id=${issueId}`
      : `/editor/watch/issue/index?id=${issueId}&campaign=${campaignId}`,
  alertSettings: '/editor/settings/alerts/index',
  firm: '/editor/settings/firm/index',
  editors: '/editor/settings/editors/index',
  audit: '/editor/settings/audit/index',
  /** Null: one that is to be made. */
  series: (id: string | null) =>
    id === null ? '/editor/settings/series/index' : `/editor/settings/series/index?id=${id}`,
  /** What an invited colleague opens. */
  invitation: (token: string) => `/editor/desk/index?invitation=${token}`,
}
