export default definePageConfig({ navigationBarTitleText: '编辑成员', enableShareAppMessage: true })
