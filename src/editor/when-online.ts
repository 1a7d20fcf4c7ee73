/** Calls whenever the network is back; answers with the way to stop it. */
export function whenOnline(run: () => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', run)
    return () => window.removeEventListener('online', run)
  }
  const listener = (status: { isConnected?: boolean }) => {
    if (status.isConnected) run()
  }
  wx.onNetworkStatusChange?.(listener)
  return () => wx.offNetworkStatusChange?.(listener as () => void)
}
