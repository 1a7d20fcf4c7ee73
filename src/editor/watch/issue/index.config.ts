export default definePageConfig({ navigationBarTitleText: '派发与阅读' })
