import Taro from '@tarojs/taro'

/** WeChat itself says that it was copied. Where it may not, the text stands there to be selected. */
export async function copyText(text: string): Promise<void> {
  await Taro.setClipboardData({ data: text }).catch(() => {})
}
