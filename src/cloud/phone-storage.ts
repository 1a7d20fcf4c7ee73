import Taro from '@tarojs/taro'
import type { KeyValueStorage } from './key-value-storage'

export const phoneStorage: KeyValueStorage = {
  get: (key) => Taro.getStorageSync(key),
  set: (key, value) => Taro.setStorageSync(key, value),
  remove: (key) => Taro.removeStorageSync(key),
}
