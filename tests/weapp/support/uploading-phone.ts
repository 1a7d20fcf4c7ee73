import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileToUpload } from '#cloud/upload'
import { bundleUploading } from '../../support/bundle-uploading'
import { startLogicLayer } from './logic-layer'
import { PageStack } from './page-stack'
import { PhoneClock } from './phone-clock'
import { PhoneFiles } from './phone-files'
import { type Cloud, type NetworkState, PhoneNetwork } from './phone-network'
import { PhoneStorage } from './phone-storage'
import { Subscriptions } from './subscriptions'
import { createWx, defaultSettings } from './wx'

export type UploadingPhone = {
  files: PhoneFiles
  network: PhoneNetwork
  storage: PhoneStorage
  uploadFile(file: FileToUpload): Promise<string>
  /** What `wx.cloud` is to a mini-program. */
  cloud: Pick<typeof wx.cloud, 'uploadFile' | 'getTempFileURL' | 'downloadFile' | 'deleteFile'>
}

type Opening = {
  cloud: Cloud
  /** `developer-tools` are told of the local cloud's address; a release speaks to WeChat's cloud. */
  madeFor?: 'release' | 'developer-tools'
  network?: NetworkState
}

/** A phone with a mini-program that only uploads: no page of ours does yet. */
export async function openUploadingPhone({
  cloud,
  madeFor = 'release',
  network: state = 'on',
}: Opening): Promise<UploadingPhone> {
  const folder = mkdtempSync(join(tmpdir(), 'uploading-'))
  try {
    await bundleUploading({
      platform: 'weapp',
      localCloud: madeFor === 'release' ? '' : cloud.url.slice(0, -1),
      outfile: join(folder, 'app.js'),
    })
    const clock = new PhoneClock()
    const [files, network, storage] = [
      new PhoneFiles(),
      new PhoneNetwork(state, cloud, clock),
      new PhoneStorage(),
    ]
    const pages = new PageStack([], () => {
      throw new Error('This mini-program has no pages.')
    })
    const { app } = startLogicLayer({
      folder,
      roots: [],
      wx: createWx({
        settings: defaultSettings,
        state: {
          clipboard: null,
          dialled: [],
          openedArticles: [],
          openedProfiles: [],
          contacts: [],
          shownPictures: [],
          toasts: [],
          modals: [],
          tabNames: [],
          refreshing: false,
          forbidden: [],
        },
        clock,
        storage,
        files,
        network,
        pages,
        subscriptions: new Subscriptions(network, clock),
      }),
      clock,
      getCurrentPages: () => [],
    })
    return { ...(app as Pick<UploadingPhone, 'uploadFile' | 'cloud'>), files, network, storage }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
