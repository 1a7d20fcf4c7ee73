import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../config/build-functions'
import { callFromPhone } from '../support/fixture-functions'
import { fileId, type StorageCloud, startStorageCloud, uploadAsPhone } from '../support/storage-cloud'

let cloud: StorageCloud
let functionsDir: string

beforeAll(async () => {
  functionsDir = mkdtempSync(join(tmpdir(), 'functions-'))
  await buildFunctions({
    names: ['keeper'],
    sourceDir: join(__dirname, '../fixtures/functions'),
    outDir: functionsDir,
  })
  cloud = await startStorageCloud({
    functionsDir,
    functions: { keeper: { timeLimit: 20, memory: 256, runtime: 'Nodejs20.19', invoker: 'readers' } },
    fileReaders: 'uploader',
  })
})
afterAll(async () => {
  await cloud.close()
  rmSync(functionsDir, { recursive: true, force: true })
})

it('a function reads and removes what readers uploaded, and what it uploads is of no reader', async () => {
  await uploadAsPhone(cloud, '文.txt', '读者的', { openid: 'anna' })
  const event = { take: fileId('文.txt'), keep: { cloudPath: 'kept/文.txt', text: 'of the function' } }
  expect(await callFromPhone(cloud, 'keeper', event, 'anna')).toEqual({
    result: {
      taken: '读者的',
      deleted: { fileList: [{ fileID: fileId('文.txt'), status: 0, errMsg: 'ok' }], errMsg: 'deleteFile:ok' },
      kept: fileId('kept/文.txt'),
    },
  })
  expect(await cloud.stored()).toEqual({ 'kept/文.txt': 'of the function' })
  expect(cloud.files.find('kept/文.txt')).toMatchObject({ uploader: null })
  expect(await uploadAsPhone(cloud, 'kept/文.txt', 'new', { openid: 'anna' })).toMatchObject({
    errCode: -503002,
  })
  expect(cloud.strays()).toEqual([])
})
