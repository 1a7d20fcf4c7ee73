import Taro from '@tarojs/taro'
import { AppError } from '#shared/errors'
import { localAddress } from './local-address'
import { localReader } from './local-reader'
import type { Transport } from './transport'

/** The cloud on a developer's machine, which takes WeChat's place in development and in the browser. */
export const localCloud: Transport = async (functionName, event) => {
  const { data } = await Taro.request<{ result?: unknown; errMsg?: string }>({
    url: `${localAddress}/client/callFunction`,
    method: 'POST',
    header: { 'content-type': 'application/json', 'x-local-openid': localReader() },
    data: { name: functionName, data: event },
  })
  if (!data || !('result' in data))
    throw new AppError('INTERNAL', data?.errMsg ?? 'The local cloud gave no answer.')
  return data.result
}
