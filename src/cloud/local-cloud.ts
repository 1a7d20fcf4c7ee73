import Taro from '@tarojs/taro'
import { AppError } from '#shared/errors'
import { localReader } from './local-reader'
import type { Transport } from './transport'

/** Empty in the browser, which is served by the local cloud itself. */
const address = process.env.TARO_ENV === 'h5' ? '' : (process.env.TARO_APP_LOCAL_CLOUD ?? '')

/** The cloud on a developer's machine, which takes WeChat's place in development and in the browser. */
export const localCloud: Transport = async (functionName, event) => {
  const { data } = await Taro.request<{ result?: unknown; errMsg?: string }>({
    url: `${address}/client/callFunction`,
    method: 'POST',
    header: { 'content-type': 'application/json', 'x-local-openid': localReader() },
    data: { name: functionName, data: event },
  })
  if (!data || !('result' in data))
    throw new AppError('INTERNAL', data?.errMsg ?? 'The local cloud gave no answer.')
  return data.result
}
