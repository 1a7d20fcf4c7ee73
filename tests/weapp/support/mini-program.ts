import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LogicLayer, startLogicLayer } from './logic-layer'
import { PageStack } from './page-stack'
import { PageUnderTest } from './page-under-test'
import { PhoneClock } from './phone-clock'
import { PhoneFiles } from './phone-files'
import { type Cloud, type NetworkState, PhoneNetwork, READER } from './phone-network'
import { PhoneStorage } from './phone-storage'
import { SINGLE_PAGE } from './single-page'
import { Subscriptions } from './subscriptions'
import { createViewLayer, type ViewLayer } from './view-layer'
import { compileWxml } from './wechat-compiler'
import { createWx, defaultSettings, type PhoneSettings, type PhoneState } from './wx'
import type { Query, WxmlNode } from './wxml-node'

export const BUILD = join(__dirname, '../../../dist/weapp')

type AppConfig = {
  pages: string[]
  subPackages: { root: string }[]
  window?: { navigationBarTitleText?: string }
  tabBar?: { list: { pagePath: string; text: string }[] }
}

type Way = {
  path?: string
  query?: Record<string, string>
  /** By which way it is opened, in WeChat's numbers: 1014 is a service notification. */
  scene?: number
}

export type Opening = Way & {
  cloud: Cloud
  settings?: Partial<PhoneSettings>
  network?: NetworkState
  /** What an earlier run kept on the phone. */
  storage?: PhoneStorage
}

/** Compiled once a test file. */
let viewLayer: ViewLayer | null = null

/** Opens the built mini-program on a phone of its own and waits until it has come to rest. */
export async function openMiniProgram(opening: Opening): Promise<MiniProgram> {
  const phone = new MiniProgram(readJson<AppConfig>('app'), opening)
  phone.start()
  await phone.settle()
  return phone
}

/** The mini-program in a reader's hand. */
export class MiniProgram {
  readonly network: PhoneNetwork
  readonly storage: PhoneStorage
  readonly files = new PhoneFiles()
  readonly state: PhoneState
  readonly subscriptions: Subscriptions
  private readonly clock = new PhoneClock()
  private readonly pages: PageStack
  private readonly logic: LogicLayer

  constructor(
    private readonly config: AppConfig,
    private readonly opening: Opening,
  ) {
    const { cloud, network = 'on', storage = new PhoneStorage() } = opening
    const tabs = config.tabBar?.list ?? []
    const isSinglePage = opening.scene === SINGLE_PAGE
    this.network = new PhoneNetwork(network, cloud, this.clock, isSinglePage ? null : READER)
    this.storage = storage
    this.subscriptions = new Subscriptions(this.network, this.clock)
    this.state = {
      clipboard: null,
      dialled: [],
      openedArticles: [],
      openedProfiles: [],
      contacts: [],
      shownPictures: [],
      toasts: [],
      modals: [],
      tabNames: tabs.map((tab) => tab.text),
      refreshing: false,
      forbidden: [],
    }
    this.pages = new PageStack(
      tabs.map((tab) => tab.pagePath),
      (path, query) => this.createPage(path, query),
    )
    this.logic = startLogicLayer({
      folder: BUILD,
      roots: config.subPackages.map(({ root }) => root),
      wx: createWx({
        settings: { ...defaultSettings, scene: opening.scene ?? defaultSettings.scene, ...opening.settings },
        state: this.state,
        clock: this.clock,
        storage,
        files: this.files,
        network: this.network,
        pages: this.pages,
        subscriptions: this.subscriptions,
      }),
      clock: this.clock,
      getCurrentPages: () => this.pages.all.map((page) => page.instance),
    })
  }

  /** The page on top. */
  get page(): PageUnderTest {
    return this.pages.top
  }

  /** The pages' paths, the one on top last. */
  get stack(): string[] {
    return this.pages.all.map((page) => page.path)
  }

  start(): void {
    this.enter(['onLaunch', 'onShow'], this.opening)
  }

  /** Puts it into the background, where its code runs on for some seconds. */
  leave(): void {
    this.page.run('onHide')
    this.tell('onHide', {})
  }

  /** Brings it back as it was. */
  async comeBack(): Promise<void> {
    this.tell('onShow', this.opening)
    this.page.run('onShow')
    await this.settle()
  }

  /** By a code, a card or an alert while it is in the background. */
  async openAgain(way: Way): Promise<void> {
    this.leave()
    this.enter(['onShow'], way)
    await this.settle()
  }

  private enter(handlers: readonly string[], way: Way): void {
    const { path = this.config.pages[0] ?? '', query = {}, scene = defaultSettings.scene } = way
    for (const handler of handlers) this.tell(handler, { path, query, scene })
    this.pages.open(path, query, scene)
  }

  private tell(handler: string, { path, query, scene }: Way): void {
    const { app } = this.logic
    const heard = app[handler]
    if (typeof heard === 'function') heard.call(app, { path, query, scene, referrerInfo: {} })
  }

  /** Taps what a query finds on the page on top, and waits until all has come to rest. */
  async tap(target: Query | WxmlNode): Promise<void> {
    const node = isNode(target) ? target : this.page.find(target)
    this.subscriptions.tapping(() => this.page.tap(node))
    await this.settle()
  }

  /** Types over what stands in a field, then leaves it with the cursor at its end, or where it is said to be. */
  async type(field: () => WxmlNode | undefined, value: string, cursor = value.length): Promise<void> {
    for (const event of ['focus', 'input', 'blur'] as const) {
      const node = field()
      if (!node) throw new Error('There is no such field.')
      if (event === 'input' || node.attributes[`bind${event}`])
        this.page.tellOf(node, event, { value, cursor })
      await this.settle()
    }
  }

  async back(): Promise<void> {
    this.pages.navigateBack()
    await this.settle()
  }

  async openTab(path: string): Promise<void> {
    this.pages.switchTab(path)
    await this.settle()
  }

  async pullDown(): Promise<void> {
    this.state.refreshing = true
    this.page.run('onPullDownRefresh')
    await this.settle()
  }

  async reachBottom(): Promise<void> {
    this.page.run('onReachBottom')
    await this.settle()
  }

  /** Lets the answers through that the network has held. */
  async releaseAnswers(): Promise<void> {
    this.network.release()
    await this.settle()
  }

  settle(): Promise<void> {
    return this.clock.settle()
  }

  private createPage(path: string, query: Record<string, string>): PageUnderTest {
    viewLayer ??= createViewLayer(compileWxml(BUILD))
    const window = { ...this.config.window, ...readJson<AppConfig['window']>(path) }
    return new PageUnderTest(path, query, this.logic.page(path), window, viewLayer, this.clock, this.network)
  }
}

function isNode(target: Query | WxmlNode): target is WxmlNode {
  return typeof target === 'object' && 'children' in target
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(BUILD, `${path}.json`), 'utf8')) as T
}
