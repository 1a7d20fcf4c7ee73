import Taro from '@tarojs/taro'

/** Of a file that was chosen, by its `blob:` address. */
export async function readAsBase64(address: string): Promise<string> {
  const { data } = await Taro.request<ArrayBuffer>({ url: address, responseType: 'arraybuffer' })
  // Taro's own arrayBufferToBase64 makes nothing of a buffer in a browser.
  return window.btoa(Array.from(new Uint8Array(data), (byte) => String.fromCharCode(byte)).join(''))
}
