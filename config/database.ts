/** Fields in order; 1 ascending, -1 descending. */
export type IndexConfig = {
  name: string
  fields: readonly (readonly [field: string, direction: 1 | -1])[]
  unique: boolean
}

export type CollectionConfig = {
  indexes: readonly IndexConfig[]
  /** Who may read it from a phone. Everything goes through functions, so nobody may. */
  read: 'nobody'
}

/** Every collection of the database. The local cloud creates and enforces them, deployment writes them. */
export const collections: Record<string, CollectionConfig> = {
  /** What has been imported and may still be changed: one document an issue, never shown to readers. */
  drafts: {
    indexes: [
      { name: 'edition', fields: [['edition', 1]], unique: true },
      {
        name: 'changed',
        fields: [
          ['changedAt', -1],
          ['_id', -1],
        ],
        unique: false,
      },
      { name: 'due', fields: [['publishAt', 1]], unique: false },
    ],
    read: 'nobody',
  },
  /** What has been published: one document an issue, withdrawn ones included. */
  issues: {
    indexes: [
      {
        name: 'order',
        fields: [
          ['state', 1],
          ['order', -1],
        ],
        unique: false,
      },
      {
        name: 'series_order',
        fields: [
          ['state', 1],
          ['seriesId', 1],
          ['order', -1],
        ],
        unique: false,
      },
      // Every publication, correction and withdrawal takes the next change number: see docs/decisions/0005.
      { name: 'change', fields: [['change', -1]], unique: true },
    ],
    read: 'nobody',
  },
  /** Which published issue has a number, running or of a series: one document a number, so that none is given twice. */
  numbers: { indexes: [], read: 'nobody' },
  /** All that is held on a reader, a document each: see `Reader`. */
  readers: {
    indexes: [
      { name: 'openid', fields: [['openid', 1]], unique: true },
      // Who asked for a series, in the order of their keys: a campaign freezes them page by page.
      {
        name: 'follows',
        fields: [
          ['follows.series', 1],
          ['_id', 1],
        ],
        unique: false,
      },
      { name: 'unconfirmed', fields: [['unconfirmedUntil', 1]], unique: false },
      { name: 'erased', fields: [['erasedAt', 1]], unique: false },
    ],
    read: 'nobody',
  },
  /** What changed a reader's count and why: one document a fact. A delivery is its own entry. */
  consentLedger: {
    indexes: [
      {
        name: 'reader',
        fields: [
          ['key', 1],
          ['at', -1],
        ],
        unique: false,
      },
    ],
    read: 'nobody',
  },
  /** How many reported consents an event confirmed, and how many none did: one document an hour. */
  reportCounts: { indexes: [], read: 'nobody' },
  /** The sending of an issue's alerts: one document an issue and series. */
  campaigns: {
    indexes: [
      {
        name: 'open',
        fields: [
          ['open', 1],
          ['openedAt', 1],
        ],
        unique: false,
      },
      { name: 'opened', fields: [['openedAt', -1]], unique: false },
      { name: 'check', fields: [['checkAt', 1]], unique: false },
    ],
    read: 'nobody',
  },
  /** The deliveries of campaigns, 500 a document. */
  campaignPages: {
    indexes: [
      {
        name: 'due',
        fields: [
          ['campaignId', 1],
          ['open', 1],
          ['nextAt', 1],
        ],
        unique: false,
      },
      {
        name: 'reader',
        fields: [
          ['campaignId', 1],
          ['lastKey', 1],
        ],
        unique: false,
      },
    ],
    read: 'nobody',
  },
  /** Who is at work, so that two runs of a function do not do the same: one document a kind of work. */
  locks: { indexes: [], read: 'nobody' },
  /** What the owner sets: one document a subject. */
  settings: { indexes: [], read: 'nobody' },
  /** Who may prepare and publish: one document an openid, with a role. */
  editors: { indexes: [], read: 'nobody' },
  /** Links by which an owner appoints editors: one document a link, under a hash of its token. */
  invitations: {
    indexes: [
      {
        name: 'by_key',
        fields: [['key', 1]],
        unique: true,
      },
    ],
    read: 'nobody',
  },
  /** What was done at the desk, by whom, before and after: one document an act. */
  audit: {
    indexes: [
      {
        name: 'at',
        fields: [
          ['at', -1],
          ['_id', -1],
        ],
        unique: false,
      },
    ],
    read: 'nobody',
  },
  /** What is known of a series beside its issues: one document a series. */
  series: { indexes: [], read: 'nobody' },
  /** Documents that are being made drafts: one document an upload. */
  importJobs: { indexes: [{ name: 'begun', fields: [['begunAt', 1]], unique: false }], read: 'nobody' },
  /** Mini-program codes: one document a token, which is printed as its scene. */
  codes: {
    indexes: [
      {
        name: 'list',
        fields: [
          ['isPoster', 1],
          ['order', -1],
        ],
        unique: true,
      },
      {
        name: 'channel',
        fields: [
          ['isPoster', 1],
          ['channel', 1],
          ['order', 1],
        ],
        unique: false,
      },
    ],
    read: 'nobody',
  },
  /** How many phones came by a code: several documents a token, as in `reads`. */
  arrivals: { indexes: [{ name: 'token', fields: [['token', 1]], unique: false }], read: 'nobody' },
  /** How often issues were read, by language and channel: several documents an issue, so that many can count at once. */
  reads: { indexes: [{ name: 'issue', fields: [['issueId', 1]], unique: false }], read: 'nobody' },
}
