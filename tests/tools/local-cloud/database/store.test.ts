import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CollectionConfig } from '../../../../config/database'
import { openEnvironment } from '../../../../tools/local-cloud/data/open-environment'
import { findDocuments } from '../../../../tools/local-cloud/database/find-documents'
import { findProjected } from '../../../../tools/local-cloud/database/find-projected'
import { Store } from '../../../../tools/local-cloud/database/store'
import { aCollection, anIndex, openTemporaryStore } from '../../../support/temporary-store'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function withStore<T>(
  configs: Record<string, CollectionConfig>,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const environment = await openEnvironment(folder)
  try {
    const store = new Store(environment, configs)
    store.prepare()
    return await work(store)
  } finally {
    await environment.close()
  }
}

const put = (store: Store, _id: string, fields: object) =>
  store.write(() => store.put('c', _id, { _id, ...fields }, null))

const ids = (store: Store, query: Record<string, unknown>) =>
  Array.from(findDocuments(store, 'c', { query }), ({ id }) => id)

describe('a data folder', () => {
  it('keeps documents and collections', async () => {
    await withStore({ c: aCollection() }, async (store) => {
      await put(store, 'a', { n: 1 })
      await store.write(() => store.addCollection('made'))
    })
    await withStore({}, async (store) => {
      expect(store.document('c', 'a')?.fields).toEqual({ _id: 'a', n: 1 })
      expect(store.hasCollection('made')).toBe(true)
    })
  })
})

describe('an index', () => {
  const byN = aCollection(anIndex('n', [['n', 1]]))
  const uniqueN = aCollection(anIndex('n', [['n', 1]], true))

  it('is made anew where the configuration did not have it for a time', async () => {
    await withStore({ c: byN }, async (store) => put(store, 'a', { n: 1 }))
    await withStore({ c: aCollection() }, async (store) => {
      await put(store, 'b', { n: 1 })
      store.write(() => store.remove('c', 'a', { _id: 'a', n: 1 }))
    })
    // What nobody keeps in step is no damage.
    rmSync(join(folder, 'database', 'data.mdb.seal.json'))
    await withStore({ c: byN }, async (store) => expect(ids(store, { n: 1 })).toEqual(['b']))
  })

  it('is made for the documents that were there before it', async () => {
    await withStore({ c: aCollection() }, async (store) => {
      await put(store, 'a', { n: 1 })
      await put(store, 'b', { n: 2 })
    })
    await withStore({ c: byN }, async (store) => {
      expect(ids(store, { n: 2 })).toEqual(['b'])
      expect(store.indexes('c')).toMatchObject([{ name: 'n', marks: new Set() }])
    })
  })

  it('is made anew when it is defined anew', async () => {
    await withStore({ c: byN }, async (store) => put(store, 'a', { n: 1, m: 5 }))
    await withStore({ c: aCollection(anIndex('n', [['m', 1]])) }, async (store) =>
      expect(ids(store, { m: 5 })).toEqual(['a']),
    )
  })

  it('that is to be unique is refused where documents break it, and nothing is lost', async () => {
    await withStore({ c: aCollection() }, async (store) => {
      await put(store, 'a', { n: 1 })
      await put(store, 'b', { n: 1 })
    })
    await expect(withStore({ c: uniqueN }, async () => {})).rejects.toMatchObject({ code: 'DUPLICATE_KEY' })
    await withStore({ c: byN }, async (store) => expect(ids(store, { n: 1 })).toEqual(['a', 'b']))
  })

  it.each<[string, object, object]>([
    ['numbers', { n: 1 }, { n: 1 }],
    ['a number and a whole decimal', { n: 0 }, { n: -0 }],
    ['texts', { n: 'x' }, { n: 'x' }],
    ['long texts', { n: 'x'.repeat(5000) }, { n: 'x'.repeat(5000) }],
    ['texts beyond the basic plane', { n: '😀' }, { n: '😀' }],
    ['objects', { n: { a: 1 } }, { n: { a: 1 } }],
    ['dates', { n: new Date(1) }, { n: new Date(1) }],
    ['absent fields', {}, {}],
    ['an absent field and null', {}, { n: null }],
    ['an element of an array and a value', { n: [1, 2] }, { n: 2 }],
    ['elements of two arrays', { n: ['a', 'b'] }, { n: ['c', 'a'] }],
  ])('that is unique refuses equal %s', async (_name, one, other) => {
    await withStore({ c: uniqueN }, async (store) => {
      await put(store, 'a', one)
      expect(() => put(store, 'b', other)).toThrow('E11000')
      expect(ids(store, {})).toEqual(['a'])
      expect(put(store, 'c', { n: 'another' })).toBeUndefined()
    })
  })

  it.each<[string, object, object]>([
    ['types', { n: 1 }, { n: '1' }],
    ['long texts', { n: `${'x'.repeat(5000)}a` }, { n: `${'x'.repeat(5000)}b` }],
    ['null and false', { n: null }, { n: false }],
  ])('that is unique lets different %s be', async (_name, one, other) => {
    await withStore({ c: uniqueN }, async (store) => {
      await put(store, 'a', one)
      expect(put(store, 'b', other)).toBeUndefined()
    })
  })

  it('is used again once the last document that it cannot hold in order is gone', async () => {
    await withStore({ c: byN }, async (store) => {
      await put(store, 'a', { n: [1, 2] })
      await put(store, 'b', { n: 2 })
      expect(ids(store, { n: 2 })).toEqual(['a', 'b'])
      expect(store.indexes('c')[0]?.marks).toEqual(new Set(['array n']))
      await store.write(() => store.remove('c', 'a', { _id: 'a', n: [1, 2] }))
      expect(store.indexes('c')[0]?.marks).toEqual(new Set())
      expect(ids(store, { n: 2 })).toEqual(['b'])
    })
  })
})

describe('a page of many documents', () => {
  const indexes = aCollection(
    anIndex('order', [
      ['state', 1],
      ['order', -1],
    ]),
    anIndex('change', [['change', -1]], true),
  )
  const name = (at: number) => `o${String(at).padStart(4, '0')}`

  /** How many documents are read for an answer. */
  async function readsFor(work: (store: Store) => unknown): Promise<number> {
    const { store, close } = await openTemporaryStore({ c: indexes })
    await store.write(() => {
      for (let at = 0; at < 2000; at += 1)
        store.put(
          'c',
          name(at),
          { _id: name(at), state: at % 2 ? 'published' : 'withdrawn', order: name(at), change: at },
          null,
        )
    })
    const one = jest.spyOn(store, 'document')
    const all = jest.spyOn(store, 'documents')
    work(store)
    const reads = one.mock.calls.length + all.mock.calls.length * 2000
    await close()
    return reads
  }

  it('reads only the documents that it gives', async () => {
    const page = {
      query: { state: 'published', order: { $lt: name(1500) } },
      order: [['order', -1] as const],
      limit: 20,
    }
    const found: string[] = []
    expect(
      await readsFor((store) => found.push(...Array.from(findDocuments(store, 'c', page), ({ id }) => id))),
    ).toBe(20)
    expect(found).toEqual(Array.from({ length: 20 }, (_, at) => name(1499 - 2 * at)))
  })

  it('reads no document for fields that the index holds', async () => {
    const newest = { query: {}, order: [['change', -1] as const], limit: 1 }
    let found: unknown
    expect(await readsFor((store) => (found = findProjected(store, 'c', newest, { change: true })))).toBe(0)
    expect(found).toEqual([{ _id: name(1999), change: 1999 }])
  })
})
