/** Where the browser build shows a page: it keeps its routes behind the `#`. `page` may have a query. */
export function pageAddress(url: string, page: string): string {
  return `${url}#/${page}`
}
