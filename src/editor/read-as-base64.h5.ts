import Taro from '@tarojs/taro'

/** Of a file that was chosen, by its `blob:` address. */
export async function readAsBase64(address: string): Promise<string> {
  const { data } = await Taro.request<ArrayBuffer>({ url: address, responseType: 'arraybuffer' })
  return Taro.arrayBufferToBase64(data)
}
