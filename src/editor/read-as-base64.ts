import Taro from '@tarojs/taro'

/** What is in a file that was chosen. The browser's counterpart is in read-as-base64.h5.ts. */
export function readAsBase64(filePath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(String(data)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}
