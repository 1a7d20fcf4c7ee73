export default definePageConfig({ navigationBarTitleText: '对照检查' })
