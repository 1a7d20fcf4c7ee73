/** Since base library 3.7.10. */
export function opensAccountProfile(): boolean {
  return process.env.TARO_ENV === 'weapp' && typeof wx.openOfficialAccountProfile === 'function'
}

/** False where the account does not belong to the mini-program, or is none. */
export function openAccountProfile(username: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.openOfficialAccountProfile({ username, success: () => resolve(true), fail: () => resolve(false) })
  })
}
