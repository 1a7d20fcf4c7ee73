/** Where the local cloud is. Empty in the browser, which is served by it. */
export const localAddress = process.env.TARO_ENV === 'h5' ? '' : (process.env.TARO_APP_LOCAL_CLOUD ?? '')
