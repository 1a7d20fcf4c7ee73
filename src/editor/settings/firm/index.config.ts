export default definePageConfig({ navigationBarTitleText: '公众号与联系方式' })
