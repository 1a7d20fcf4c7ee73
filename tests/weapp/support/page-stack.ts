import type { PageUnderTest } from './page-under-test'
import type { WxError } from './wx-answer'

const DEPTH = 10

/** WeChat's stack of pages; what goes wrong is thrown as WeChat's own error. */
export class PageStack {
  /** By which way the first page was opened last, in WeChat's numbers. */
  scene = 1001
  private pages: PageUnderTest[] = []
  private readonly tabs = new Map<string, PageUnderTest>()

  constructor(
    private readonly tabPaths: readonly string[],
    private readonly createPage: (path: string, query: Record<string, string>) => PageUnderTest,
  ) {}

  get all(): readonly PageUnderTest[] {
    return this.pages
  }

  get top(): PageUnderTest {
    const top = this.pages[this.pages.length - 1]
    if (!top) throw new Error('No page is open.')
    return top
  }

  isTab(page: PageUnderTest): boolean {
    return this.tabPaths.includes(page.path)
  }

  /**
   * The first page, where a card, a code or the list of mini-programs leads to. Of a run that was in the background, no
   * page is left.
   */
  open(path: string, query: Record<string, string>, scene: number): void {
    this.scene = scene
    const left = new Set([...this.pages, ...this.tabs.values()])
    this.tabs.clear()
    for (const page of [...left].reverse()) page.run('onUnload')
    const page = this.createPage(path, query)
    if (this.tabPaths.includes(path)) this.tabs.set(path, page)
    this.pages = [page]
    start(page)
  }

  navigateTo(url: string): void {
    const { path, query } = parse(url)
    if (this.tabPaths.includes(path)) throw wxError('can not navigateTo a tabbar page')
    if (this.pages.length >= DEPTH) throw wxError('webview count limit exceed')
    const page = this.createPage(path, query)
    this.pages[this.pages.length - 1]?.run('onHide')
    this.pages.push(page)
    start(page)
  }

  redirectTo(url: string): void {
    const { path, query } = parse(url)
    if (this.tabPaths.includes(path)) throw wxError('can not redirectTo a tabbar page')
    const left = this.pages.pop()
    if (left && this.tabs.get(left.path) === left) this.tabs.delete(left.path)
    left?.run('onUnload')
    const page = this.createPage(path, query)
    this.pages.push(page)
    start(page)
  }

  navigateBack(delta = 1): void {
    if (this.pages.length <= 1) throw wxError('cannot navigate back at first page.')
    for (const left of this.pages.splice(Math.max(1, this.pages.length - delta))) left.run('onUnload')
    this.top.run('onShow')
  }

  switchTab(url: string): void {
    const { path } = parse(url)
    if (!this.tabPaths.includes(path)) throw wxError('can not switch to no-tabBar page')
    const left = this.pages
    const known = this.tabs.get(path)
    const page = known ?? this.createPage(path, {})
    this.tabs.set(path, page)
    this.pages = [page]
    if (left.length === 1 && left[0] === page) return
    for (const other of left.slice().reverse()) {
      if (this.tabs.get(other.path) === other) other.run('onHide')
      else other.run('onUnload')
    }
    if (known) page.run('onShow')
    else start(page)
  }
}

function start(page: PageUnderTest): void {
  page.run('onLoad', page.options)
  page.run('onShow')
  page.run('onReady')
}

function parse(url: string): { path: string; query: Record<string, string> } {
  const [path = '', query = ''] = url.split('?')
  const pairs = query.split('&').filter(Boolean)
  return {
    path: path.replace(/^\//u, ''),
    query: Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/su).slice(0, 2)) as [string, string][]),
  }
}

function wxError(errMsg: string): WxError {
  return { errMsg }
}
