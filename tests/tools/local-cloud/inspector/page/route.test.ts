import { hrefOf, parseRoute } from '../../../../../tools/local-cloud/inspector/page/route'

const routeOf = (hash: string) => {
  const { path, query } = parseRoute(hash)
  return { path, query: Object.fromEntries(query) }
}

it.each([
  [['documents'], {}],
  [['documents', 'issues'], { id: '203' }],
  [['documents', 'a/b?c#d'], { filter: '{"a":"b&c=d?#%"}', id: '期 1' }],
])('finds in an address what was put into it: %j %j', (path, query) => {
  expect(routeOf(hrefOf(path, query))).toEqual({ path, query })
})

it('leaves out of an address what is absent', () => {
  expect(hrefOf(['documents'], { filter: '', after: undefined, id: '1' })).toBe('#/documents?id=1')
})

it.each([
  ['', []],
  ['#', []],
  ['#/', []],
  ['#/documents//x', ['documents', 'x']],
  ['#/100%', ['100%']],
])('reads whatever a person types as an address: %j', (hash, path) => {
  expect(routeOf(hash)).toEqual({ path, query: {} })
})
