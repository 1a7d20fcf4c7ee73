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
    indexes: [{ name: 'edition', fields: [['edition', 1]], unique: true }],
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
}
