export default definePageConfig({
  navigationBarTitleText: '周报',
  enableShareAppMessage: true,
  enablePullDownRefresh: true,
})
