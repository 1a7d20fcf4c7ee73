/** A page and its query, whose values stay as they are written: WeChat decodes none of them. */
export function splitPage(page: string): { path: string; query: Record<string, string> } {
  const [path = '', ...rest] = page.split('?')
  const pairs = rest.join('?').split('&').filter(Boolean)
  const query = pairs.map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return [name, value.join('=')] as const
  })
  return { path, query: Object.fromEntries(query) }
}
