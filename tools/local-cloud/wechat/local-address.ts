/** Where the browser build shows a page: it keeps its routes behind the `#`. `page` may have a query. */
export function pageAddress(url: string, page: string): string {
  return `${url}#/${page}`
}

/** The same, as a certain reader. */
export function pageAddressFor(url: string, page: string, openid: string): string {
  return pageAddress(`${url}?as=${encodeURIComponent(openid)}`, page)
}
